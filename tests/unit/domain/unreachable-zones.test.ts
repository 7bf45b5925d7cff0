import { expect, it } from 'vitest'
import type { ScheduleConfigInput } from '../../../src/server/domain/schedule-config.schema.ts'
import { findUnreachableZones } from '../../../src/server/domain/unreachable-zones.ts'
import { calendarWith, FRIDAY_NOON } from '../../support/calling-facts.ts'

function warnings(zones: string[][], config: ScheduleConfigInput = {}) {
  const calendar = calendarWith(config)
  return findUnreachableZones({
    nowMs: FRIDAY_NOON.epochMilliseconds,
    calls: zones.map((customerZones) => ({ customerZones, campaignId: null, call: {} })),
    calendarOf: () => calendar,
  })
}

it('is silent where every zone has its hours, or none is known', () => {
  expect(warnings([['America/New_York'], ['Pacific/Honolulu'], []])).toEqual([])
})

it('names the zone, how many wait there, and why, the most first', () => {
  const zones = [['Asia/Kolkata'], ['Asia/Tokyo'], ['Asia/Tokyo'], ['America/Chicago']]
  const quiet = 'Whenever a window is open in New York, it is quiet hours 21:00–08:00 in'
  expect(warnings(zones, { weekly: { monday: [{ start: '12:00', end: '16:00' }] } })).toEqual([
    { timeZones: ['Asia/Tokyo'], campaignName: null, waiting: 2, reason: `${quiet} Tokyo` },
    { timeZones: ['Asia/Kolkata'], campaignName: null, waiting: 1, reason: `${quiet} Kolkata` },
  ])
})

it('sees that an hour which exists only after the clocks change is an hour', () => {
  // 18:30 in New York is 08:30 in Tokyo in winter and 07:30 in summer.
  const weekly = { monday: [{ start: '17:45', end: '18:45' }] }
  expect(warnings([['Asia/Tokyo']], { weekly })).toEqual([])
  const summerOnly = { monday: [{ start: '17:00', end: '17:45' }] }
  expect(warnings([['Asia/Tokyo']], { weekly: summerOnly })).toHaveLength(1)
})

it('tells zones that are quiet alone from those that are quiet by turns', () => {
  const weekly = { monday: [{ start: '12:00', end: '16:00' }] }
  const [one] = warnings([['America/Chicago', 'Asia/Tokyo']], { weekly })
  expect(one?.reason).toMatch(/in Tokyo, where the customer may be$/)
  const always = { monday: [{ start: '00:00', end: '24:00' }] }
  const narrow = { weekly: always, quietHours: { start: '13:00', end: '12:00' } }
  const [turns] = warnings([['America/New_York', 'America/Chicago']], narrow)
  expect(turns?.reason).toBe(
    'Whenever a window is open, it is quiet hours 13:00–12:00 in one of the 2 time zones in which the customer may be',
  )
})

it('says where no window opens at all', () => {
  expect(warnings([['America/New_York']], { weekly: {} })).toMatchObject([
    { waiting: 1, reason: 'No window opens in the next 400 days' },
  ])
})
