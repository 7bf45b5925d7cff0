import { describe, expect, it } from 'vitest'
import {
  DEFAULT_SCHEDULE_CONFIG,
  scheduleConfigSchema,
} from '../../../src/server/domain/schedule-config.schema.ts'

/** What is refused, as `path: message`. */
function refusals(config: unknown): string[] {
  const { error } = scheduleConfigSchema.safeParse(config)
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('a schedule', () => {
  it('is complete from its zone alone', () => {
    expect(scheduleConfigSchema.parse({ timeZone: 'America/New_York' })).toEqual({
      ...DEFAULT_SCHEDULE_CONFIG,
      timeZone: 'America/New_York',
    })
    expect(DEFAULT_SCHEDULE_CONFIG).toMatchObject({
      timeZone: 'UTC',
      quietHours: { start: '21:00', end: '08:00' },
      expireAfterHours: 168,
      weekly: { saturday: [{ start: '10:00', end: '14:00' }], sunday: [] },
    })
  })

  it('is unchanged when parsed again', () => {
    expect(scheduleConfigSchema.parse(DEFAULT_SCHEDULE_CONFIG)).toEqual(DEFAULT_SCHEDULE_CONFIG)
  })

  it('shares no list with another one', () => {
    scheduleConfigSchema.parse({}).weekly.monday.pop()
    scheduleConfigSchema.parse({}).retry.busy.pop()
    expect(scheduleConfigSchema.parse({})).toEqual(DEFAULT_SCHEDULE_CONFIG)
  })

  it('closes the weekdays that a given week leaves out', () => {
    const monday = [{ start: '10:00', end: '12:00' }]
    const { weekly } = scheduleConfigSchema.parse({ weekly: { monday } })
    expect(weekly).toMatchObject({ monday, tuesday: [], saturday: [] })
  })

  it('is refused with every reason at once', () => {
    expect(
      refusals({
        weekly: { monday: [{ start: '9', end: '18:00' }] },
        maxAttempts: 0,
        delayAfterServiceMinutes: 43_201,
        expireAfterHours: Number.NaN,
        maxCalls: 3,
      }),
    ).toEqual([
      'weekly.monday.0.start: Monday: write the start as HH:MM, from 00:00 to 23:59, for example 09:00',
      'delayAfterServiceMinutes: The delay after service must be whole minutes, and at most 30 days',
      'expireAfterHours: The expiry must be whole hours, from 1 hour to 90 days',
      'maxAttempts: The number of attempts must be a whole number from 1 to 10',
      ': Unrecognized key: "maxCalls"',
    ])
  })
})

const window = (start: string, end: string) => ({ start, end })

describe('windows', () => {
  it.each([
    ['of a whole day', { monday: [window('00:00', '24:00')] }],
    ['to midnight, written 00:00', { monday: [window('18:00', '00:00')] }],
    ['that touch', { monday: [window('09:00', '12:00'), window('12:00', '13:00')] }],
    [
      'that touch after midnight',
      { monday: [window('22:00', '02:00')], tuesday: [window('02:00', '03:00')] },
    ],
    [
      'that touch from Sunday to Monday',
      { sunday: [window('22:00', '02:00')], monday: [window('02:00', '03:00')] },
    ],
  ])('%s are accepted', (_, weekly) => {
    expect(refusals({ weekly })).toEqual([])
  })

  it.each([
    [
      'of no length',
      { wednesday: [window('09:00', '09:00')] },
      'weekly.wednesday.0.end: Wednesday: the window 09:00–09:00 has no length; ' +
        'end it after 09:00, or use 00:00–24:00 for the whole day',
    ],
    [
      'that overlap on one day, whatever their order',
      { monday: [window('11:00', '13:00'), window('09:00', '12:00')] },
      'weekly.monday.0.start: Monday: the window 11:00–13:00 overlaps 09:00–12:00; ' +
        'start it at 12:00 or later, or shorten the other',
    ],
    [
      'that overlap across midnight',
      { monday: [window('22:00', '02:00')], tuesday: [window('01:00', '03:00')] },
      'weekly.tuesday.0.start: Tuesday: the window 01:00–03:00 overlaps 22:00–02:00 of Monday; ' +
        'start it at 02:00 or later, or shorten the other',
    ],
    [
      'that overlap from Sunday to Monday',
      { sunday: [window('22:00', '02:00')], monday: [window('01:59', '03:00')] },
      'weekly.monday.0.start: Monday: the window 01:59–03:00 overlaps 22:00–02:00 of Sunday; ' +
        'start it at 02:00 or later, or shorten the other',
    ],
    [
      'with an end past the day',
      { friday: [window('09:00', '24:30')] },
      'weekly.friday.0.end: Friday: write the end as HH:MM, from 00:00 to 24:00, for example 18:00',
    ],
  ])('%s are refused, naming weekday and field', (_, weekly, refusal) => {
    expect(refusals({ weekly })).toEqual([refusal])
  })
})

describe('the other fields', () => {
  it.each([
    [
      'an unknown zone',
      { timeZone: 'Mars/Base' },
      'timeZone: "Mars/Base" is not a known time zone; use a name such as America/New_York',
    ],
    [
      'a bare offset, which knows no clock changes',
      { timeZone: '+05:30' },
      'timeZone: "+05:30" is not a known time zone; use a name such as America/New_York',
    ],
    [
      'a date that does not exist',
      { blockedDates: ['2026-02-28', '2026-02-29'] },
      'blockedDates.1: Write a blocked date as YYYY-MM-DD, for example 2026-12-24',
    ],
    [
      'quiet hours of no length',
      { quietHours: window('08:00', '08:00') },
      'quietHours.end: Quiet hours 08:00–08:00 have no length; end them at another time',
    ],
    [
      'delays that do not grow',
      { retry: { busy: [15, 15] } },
      'retry.busy.1: After busy: delay 2 must be longer than the one before (15 min)',
    ],
    [
      'a delay beyond the expiry',
      { retry: { no_answer: [60, 168 * 60] } },
      'retry.no_answer.1: After no answer: delay 2 must be shorter than the expiry (7 days)',
    ],
    [
      'a delay after service beyond the expiry',
      { delayAfterServiceMinutes: 168 * 60 },
      'delayAfterServiceMinutes: The delay after service must be shorter than the expiry (7 days)',
    ],
    [
      'a country that is no code',
      { holidays: { country: 'usa' } },
      'holidays.country: Write the country as two capital letters, such as US',
    ],
  ])('refuse %s', (_, config, refusal) => {
    expect(refusals(config)).toEqual([refusal])
  })
})
