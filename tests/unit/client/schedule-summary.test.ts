import { describe, expect, it } from 'vitest'
import {
  nameDays,
  type SummaryTopic,
  summarizeSchedule,
} from '../../../src/client/features/schedule/schedule-summary.ts'
import {
  type ScheduleConfigInput,
  scheduleConfigSchema,
} from '../../../src/server/domain/schedule-config.schema.ts'

// 2026-11-20.
const TODAY = 20_777

const say = (
  topic: SummaryTopic,
  input: ScheduleConfigInput,
  holidayRegionName: string | null = null,
) =>
  summarizeSchedule(scheduleConfigSchema.parse(input), { today: TODAY, holidayRegionName }).find(
    (line) => line.topic === topic,
  )?.text

const office = [{ start: '09:00', end: '18:00' }]

describe('the week in words', () => {
  it.each<[string, ScheduleConfigInput, string]>([
    [
      'days in a row with the same windows',
      {
        timeZone: 'America/New_York',
        weekly: {
          monday: office,
          tuesday: office,
          wednesday: office,
          thursday: office,
          friday: office,
        },
      },
      'Calls go out Monday to Friday 09:00–18:00, in New York time.',
    ],
    [
      'groups of days',
      {
        timeZone: 'Europe/Berlin',
        weekly: { monday: office, tuesday: office, saturday: [{ start: '10:00', end: '14:00' }] },
      },
      'Calls go out Monday and Tuesday 09:00–18:00; Saturday 10:00–14:00, in Berlin time.',
    ],
    [
      'two windows a day, written in any order',
      {
        weekly: {
          friday: [
            { start: '14:00', end: '18:00' },
            { start: '09:00', end: '12:30' },
          ],
        },
      },
      'Calls go out Friday 09:00–12:30 and 14:00–18:00, in UTC.',
    ],
    [
      'a window across midnight',
      { weekly: { friday: [{ start: '22:00', end: '02:00' }] } },
      'Calls go out Friday 22:00–02:00 (into the next day), in UTC.',
    ],
    [
      'a window that ends at midnight, in both ways to write it',
      {
        weekly: {
          monday: [{ start: '18:00', end: '00:00' }],
          friday: [{ start: '18:00', end: '24:00' }],
        },
      },
      'Calls go out Monday and Friday 18:00–24:00, in UTC.',
    ],
    [
      'whole days',
      { weekly: { sunday: [{ start: '00:00', end: '24:00' }] } },
      'Calls go out Sunday all day, in UTC.',
    ],
    ['no window at all', { weekly: {} }, 'No call ever goes out: no weekday has a window.'],
  ])('%s', (_name, config, words) => {
    expect(say('windows', config)).toBe(words)
  })

  it('names runs of days', () => {
    expect(nameDays(['monday', 'wednesday', 'thursday', 'friday'])).toBe(
      'Monday and Wednesday to Friday',
    )
    expect(nameDays(['sunday', 'saturday', 'monday'])).toBe('Monday, Saturday and Sunday')
  })
})

describe('the rest in words', () => {
  it('says first that calling is paused, and nothing of it otherwise', () => {
    const paused = scheduleConfigSchema.parse({ paused: true })
    expect(summarizeSchedule(paused, { today: TODAY, holidayRegionName: null })[0]?.topic).toBe(
      'paused',
    )
    expect(say('paused', {})).toBeUndefined()
  })

  it('counts the blocked dates to come and names the next', () => {
    expect(say('closed_days', { blockedDates: ['2026-12-25', '2026-11-19', '2026-12-24'] })).toBe(
      'No calls on 2 blocked dates, the next Thu 24 Dec.',
    )
  })

  it('names the holiday calendar', () => {
    expect(
      say(
        'closed_days',
        { blockedDates: ['2027-01-02'], holidays: { country: 'US' } },
        'United States',
      ),
    ).toBe('No calls on Sat 2 Jan 2027, nor on public holidays of United States.')
  })

  it('leaves out delays that no attempt is left for', () => {
    expect(
      say('retries', {
        maxAttempts: 2,
        retry: {
          no_answer: [120, 1440],
          busy: [15],
          voicemail: [],
          rejected: [],
          provider_error: [5],
        },
      }),
    ).toBe(
      'Each call is tried at most 2 times; after no answer: 2 h; after busy: 15 min; ' +
        'after a technical failure: 5 min. Never again after voicemail or a rejected call.',
    )
    expect(say('retries', { maxAttempts: 1 })).toBe('Each call is tried once and never again.')
  })

  it('says from when a call may go out and when it expires', () => {
    expect(say('lifetime', { delayAfterServiceMinutes: 0, expireAfterHours: 240 })).toBe(
      'A call may go out as soon as the service is completed, and expires 10 days after the service.',
    )
  })
})
