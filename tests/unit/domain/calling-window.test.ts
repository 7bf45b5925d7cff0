import { describe, expect, it } from 'vitest'
import {
  createCallingCalendar,
  isWithinWindow,
  nextAllowedInstant,
  nextOpening,
} from '../../../src/server/domain/calling-window.ts'
import { createHolidayLookup } from '../../../src/server/domain/holidays.ts'
import { createNumberZones } from '../../../src/server/domain/phone-zones.ts'
import {
  type ScheduleConfigInput,
  scheduleConfigSchema,
} from '../../../src/server/domain/schedule-config.schema.ts'
import { at, calendarWith } from '../../support/calling-facts.ts'

const everyDay = (start: string, end: string): NonNullable<ScheduleConfigInput['weekly']> => {
  const day = [{ start, end }]
  return {
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: day,
    sunday: day,
  }
}

type Example = {
  name: string
  config: ScheduleConfigInput
  holidays?: Record<string, string>
  /** The stretch of time looked at, and what is open within it, as `start/end`. */
  during: string
  open: string[]
}

function openDuring({ config, holidays, during }: Example): string[] {
  const calendar = calendarWith(config, holidays)
  const [from = '', to = ''] = during.split('/')
  const endMs = at(to).epochMilliseconds
  const found: string[] = []
  let span = calendar.openings.next(at(from).epochMilliseconds, endMs)
  while (span) {
    found.push(span.map((ms) => new Date(ms).toISOString().replace(':00.000Z', 'Z')).join('/'))
    span = calendar.openings.next(span[1], endMs)
  }
  return found
}

describe('windows on the days when clocks change', () => {
  const window = everyDay('02:30', '04:00')
  const examples: Example[] = [
    {
      name: 'New York skips 02:30: the window opens at 03:00',
      config: { timeZone: 'America/New_York', weekly: window },
      during: '2026-03-08T05:00Z/2026-03-09T04:00Z',
      open: ['2026-03-08T07:00Z/2026-03-08T08:00Z'],
    },
    {
      name: 'New York repeats 01:00 to 02:00: 02:30 comes once',
      config: { timeZone: 'America/New_York', weekly: window },
      during: '2026-11-01T04:00Z/2026-11-02T05:00Z',
      open: ['2026-11-01T07:30Z/2026-11-01T09:00Z'],
    },
    {
      name: 'New York repeats 01:30: both times count',
      config: { timeZone: 'America/New_York', weekly: everyDay('01:30', '02:30') },
      during: '2026-11-01T04:00Z/2026-11-02T05:00Z',
      open: ['2026-11-01T05:30Z/2026-11-01T06:00Z', '2026-11-01T06:30Z/2026-11-01T07:30Z'],
    },
    {
      name: 'New York skips a whole window: it does not exist that day',
      config: { timeZone: 'America/New_York', weekly: everyDay('02:10', '02:50') },
      during: '2026-03-08T05:00Z/2026-03-09T04:00Z',
      open: [],
    },
    {
      name: 'London in March: 02:30 is summer time already',
      config: { timeZone: 'Europe/London', weekly: window },
      during: '2026-03-29T00:00Z/2026-03-29T23:00Z',
      open: ['2026-03-29T01:30Z/2026-03-29T03:00Z'],
    },
    {
      name: 'London in October: 02:30 is winter time already',
      config: { timeZone: 'Europe/London', weekly: window },
      during: '2026-10-24T23:00Z/2026-10-26T00:00Z',
      open: ['2026-10-25T02:30Z/2026-10-25T04:00Z'],
    },
    {
      name: 'Lord Howe goes on by half an hour to 02:30, when the window opens',
      config: { timeZone: 'Australia/Lord_Howe', weekly: window },
      during: '2026-10-03T13:30Z/2026-10-04T13:00Z',
      open: ['2026-10-03T15:30Z/2026-10-03T17:00Z'],
    },
    {
      name: 'Lord Howe goes back from 02:00 to 01:30: 02:30 comes once, half an hour later',
      config: { timeZone: 'Australia/Lord_Howe', weekly: window },
      during: '2026-04-04T13:00Z/2026-04-05T13:30Z',
      open: ['2026-04-04T16:00Z/2026-04-04T17:30Z'],
    },
    {
      name: 'Casablanca goes back from 03:00 to 02:00 for Ramadan: 02:30 comes twice',
      config: { timeZone: 'Africa/Casablanca', weekly: window },
      during: '2026-02-14T23:00Z/2026-02-16T00:00Z',
      open: ['2026-02-15T01:30Z/2026-02-15T02:00Z', '2026-02-15T02:30Z/2026-02-15T04:00Z'],
    },
    {
      name: 'Casablanca goes on from 02:00 to 03:00 after it: the window opens at 03:00',
      config: { timeZone: 'Africa/Casablanca', weekly: window },
      during: '2026-03-22T00:00Z/2026-03-22T23:00Z',
      open: ['2026-03-22T02:00Z/2026-03-22T03:00Z'],
    },
    {
      name: 'Samoa skipped 30 December 2011 altogether',
      config: { timeZone: 'Pacific/Apia', weekly: everyDay('09:00', '18:00') },
      during: '2011-12-29T10:00Z/2011-12-31T10:00Z',
      open: ['2011-12-29T19:00Z/2011-12-30T04:00Z', '2011-12-30T19:00Z/2011-12-31T04:00Z'],
    },
  ]
  it.each(examples)('$name', (example) => {
    expect(openDuring(example)).toEqual(example.open)
  })
})

describe('windows, midnight and blocked dates', () => {
  const lateFriday = { timeZone: 'UTC', weekly: { friday: [{ start: '22:00', end: '02:00' }] } }
  const weekend = '2026-11-20T00:00Z/2026-11-23T00:00Z'
  const examples: Example[] = [
    {
      name: '22:00–02:00 belongs to the day on which it starts',
      config: lateFriday,
      during: weekend,
      open: ['2026-11-20T22:00Z/2026-11-21T02:00Z'],
    },
    {
      name: 'a blocked date cuts off at midnight what reaches in',
      config: { ...lateFriday, blockedDates: ['2026-11-21'] },
      during: weekend,
      open: ['2026-11-20T22:00Z/2026-11-21T00:00Z'],
    },
    {
      name: 'a blocked date takes the part after its midnight with it',
      config: { ...lateFriday, blockedDates: ['2026-11-20'] },
      during: weekend,
      open: [],
    },
    {
      name: 'several windows a day, and one to midnight',
      config: {
        timeZone: 'UTC',
        weekly: {
          friday: [
            { start: '20:00', end: '24:00' },
            { start: '09:00', end: '12:00' },
          ],
        },
      },
      during: weekend,
      open: ['2026-11-20T09:00Z/2026-11-20T12:00Z', '2026-11-20T20:00Z/2026-11-21T00:00Z'],
    },
    {
      name: 'windows that touch are one stretch',
      config: {
        timeZone: 'UTC',
        weekly: {
          friday: [{ start: '20:00', end: '00:00' }],
          saturday: [{ start: '00:00', end: '03:00' }],
        },
      },
      during: weekend,
      open: ['2026-11-20T20:00Z/2026-11-21T03:00Z'],
    },
    {
      name: 'a holiday on a Saturday closes the Saturday, its substitute the Friday',
      config: { timeZone: 'America/New_York' },
      holidays: { '2026-07-03': 'Substitute day', '2026-07-04': 'Independence Day' },
      during: '2026-07-02T04:00Z/2026-07-06T04:00Z',
      open: ['2026-07-02T13:00Z/2026-07-02T22:00Z'],
    },
  ]
  it.each(examples)('$name', (example) => {
    expect(openDuring(example)).toEqual(example.open)
  })

  it('knows Independence Day of 2026, a Saturday, and the Friday in its stead', () => {
    const holidays = { country: 'US', state: 'NY' }
    const config = scheduleConfigSchema.parse({ timeZone: 'America/New_York', holidays })
    const calendar = createCallingCalendar(config, createHolidayLookup(holidays))
    expect(nextOpening(calendar, at('2026-07-02T22:00:00Z'))).toEqual(at('2026-07-06T13:00:00Z'))
  })

  it('has the start inside and the end outside', () => {
    const calendar = calendarWith()
    expect(isWithinWindow(calendar, at('2026-11-20T13:59:59.999Z'))).toBe(false)
    expect(isWithinWindow(calendar, at('2026-11-20T14:00:00Z'))).toBe(true)
    expect(isWithinWindow(calendar, at('2026-11-20T22:59:59.999Z'))).toBe(true)
    expect(isWithinWindow(calendar, at('2026-11-20T23:00:00Z'))).toBe(false)
  })

  it('tells the real end of a stretch over the border of a remembered page', () => {
    const calendar = calendarWith({ timeZone: 'UTC', weekly: everyDay('22:00', '02:00') })
    const pageBorder = 640 * 32 * 86_400_000
    expect(calendar.openings.at(pageBorder)).toEqual([
      pageBorder - 2 * 3_600_000,
      pageBorder + 2 * 3_600_000,
    ])
  })
})

describe('quiet hours', () => {
  const nextFor = (customerZones: string[], from: string, config: ScheduleConfigInput = {}) =>
    nextAllowedInstant({
      calendar: calendarWith(config),
      customerZones,
      from: at(from),
    })?.toString() ?? null

  it('are a wall that a window cannot widen', () => {
    const weekly = everyDay('00:00', '24:00')
    expect(nextFor(['America/New_York'], '2026-11-20T03:00:00Z', { weekly })).toBe(
      '2026-11-20T13:00:00Z',
    )
  })

  it('are read on the clock of the customer', () => {
    // 09:00 in New York is 06:00 in Los Angeles, where it is quiet until 08:00.
    expect(nextFor(['America/Los_Angeles'], '2026-11-20T12:00:00Z')).toBe('2026-11-20T16:00:00Z')
  })

  it('hold in every zone that the customer may be in', () => {
    const zones = ['America/New_York', 'America/Denver']
    expect(nextFor(zones, '2026-11-20T12:00:00Z')).toBe('2026-11-20T15:00:00Z')
  })

  it('hold in both zones of a telephone number that could be in two', () => {
    const numberZones = createNumberZones(new Map([['1541', 'America/Boise&America/Los_Angeles']]))
    const zones = [...numberZones('+15415550119')]
    const weekly = everyDay('00:00', '24:00')
    // 21:00 in Boise, where it is quiet, and 20:00 in Los Angeles; then 08:00 in Los Angeles.
    expect(nextFor(zones, '2026-11-21T04:00:00Z', { weekly })).toBe('2026-11-21T16:00:00Z')
    expect(nextFor(zones, '2026-11-21T03:59:00Z', { weekly })).toBe('2026-11-21T03:59:00Z')
  })

  it('can leave no instant at all', () => {
    expect(nextFor(['Asia/Tokyo'], '2026-11-20T12:00:00Z')).toBeNull()
  })

  it('cannot be kept for a customer without a zone', () => {
    expect(nextFor([], '2026-11-20T15:00:00Z')).toBeNull()
  })
})

describe('the next opening', () => {
  it('is the instant itself where it is open', () => {
    const from = at('2026-11-20T15:00:00.123456Z')
    expect(nextOpening(calendarWith(), from)?.equals(from)).toBe(true)
  })

  it('is null where there is never one', () => {
    expect(nextOpening(calendarWith({ weekly: {} }), at('2026-11-20T15:00:00Z'))).toBeNull()
  })
})
