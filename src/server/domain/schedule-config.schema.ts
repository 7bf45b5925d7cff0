import { z } from 'zod'
import { checkScheduleConfig } from './schedule-config-rules.ts'
import { WEEKDAY_LABELS, type Weekday } from './time-of-day.ts'
import { isTimeZone } from './zone-clock.ts'

export const mostDaysBetweenCalls = 365

const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const LOCAL_TIME_OR_MIDNIGHT = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

const windowsOf = (weekday: Weekday) => {
  const label = WEEKDAY_LABELS[weekday]
  return z
    .array(
      z.strictObject({
        start: z.string().regex(LOCAL_TIME, {
          error: `${label}: write the start as HH:MM, from 00:00 to 23:59, for example 09:00`,
        }),
        end: z.string().regex(LOCAL_TIME_OR_MIDNIGHT, {
          error: `${label}: write the end as HH:MM, from 00:00 to 24:00, for example 18:00`,
        }),
      }),
    )
    .max(12, { error: `${label}: use at most 12 windows` })
    .default([])
}

const workday = [{ start: '09:00', end: '18:00' }]

// A weekday left out of a given week is closed; only a week left out altogether is the usual one.
const weeklySchema = z
  .strictObject({
    monday: windowsOf('monday'),
    tuesday: windowsOf('tuesday'),
    wednesday: windowsOf('wednesday'),
    thursday: windowsOf('thursday'),
    friday: windowsOf('friday'),
    saturday: windowsOf('saturday'),
    sunday: windowsOf('sunday'),
  })
  .default(() => ({
    monday: structuredClone(workday),
    tuesday: structuredClone(workday),
    wednesday: structuredClone(workday),
    thursday: structuredClone(workday),
    friday: structuredClone(workday),
    saturday: [{ start: '10:00', end: '14:00' }],
    sunday: [],
  }))

const quietTime = (field: string, usual: string) =>
  z
    .string()
    .regex(LOCAL_TIME, {
      error: `Quiet hours: write the ${field} as HH:MM, from 00:00 to 23:59, for example ${usual}`,
    })
    .default(usual)

const wholeNumber = (label: string, min: number, max: number) =>
  between(min, max, `${label} must be a whole number from ${min} to ${max}`)

const between = (min: number, max: number, error: string) =>
  z.int({ error }).min(min, { error }).max(max, { error })

const MAX_RETRY_MINUTES = 90 * 24 * 60
const delays = (label: string, usual: number[]) =>
  z
    .array(wholeNumber(`${label}: a delay in minutes`, 1, MAX_RETRY_MINUTES))
    .max(10, { error: `${label}: give at most 10 delays` })
    .default(() => [...usual])

/** Minutes from the end of an attempt to the next try, by how it ended; an empty list never retries. */
const retrySchema = z.strictObject({
  no_answer: delays('After no answer', [120, 1440, 2880]),
  busy: delays('After busy', [15, 120, 1440]),
  voicemail: delays('After voicemail', [1440, 2880]),
  rejected: delays('After a rejected call', [2880]),
  provider_error: delays('After a provider error', [5, 30, 120]),
})

/**
 * When calls may be placed. Local times are in `timeZone`, but those of `quietHours` are in the
 * customer's own zone. `scheduleConfigSchema.parse({})` is a complete, usable schedule.
 */
export const scheduleConfigSchema = z
  .strictObject({
    timeZone: z
      .string()
      .refine(isTimeZone, {
        error: ({ input }) =>
          `"${String(input)}" is not a known time zone; use a name such as America/New_York`,
      })
      .default('UTC'),
    weekly: weeklySchema,
    blockedDates: z
      .array(z.iso.date({ error: 'Write a blocked date as YYYY-MM-DD, for example 2026-12-24' }))
      .max(1000, { error: 'Use at most 1000 blocked dates' })
      .default(() => []),
    holidays: z
      .strictObject({
        country: z
          .string()
          .regex(/^[A-Z]{2}$/, { error: 'Write the country as two capital letters, such as US' }),
        state: z
          .string()
          .regex(/^[A-Za-z0-9-]{1,12}$/, { error: 'Write the state as its short code, such as NY' })
          .optional(),
      })
      .nullable()
      .default(null),
    quietHours: z
      .strictObject({ start: quietTime('start', '21:00'), end: quietTime('end', '08:00') })
      .prefault({}),
    // People give these two in a unit of their own choice.
    delayAfterServiceMinutes: between(
      0,
      30 * 24 * 60,
      'The delay after service must be whole minutes, and at most 30 days',
    ).default(120),
    expireAfterHours: between(
      1,
      90 * 24,
      'The expiry must be whole hours, from 1 hour to 90 days',
    ).default(168),
    retry: retrySchema.prefault({}),
    maxAttempts: wholeNumber('The number of attempts', 1, 10).default(4),
    maxActiveCalls: wholeNumber('The number of calls at a time', 1, 1000).default(3),
    maxPerMinute: wholeNumber('The number of calls per minute', 1, 6000).default(10),
    minDaysBetweenCalls: wholeNumber(
      'The days between calls to a number',
      0,
      mostDaysBetweenCalls,
    ).default(30),
    ringTimeoutSec: wholeNumber('The ring timeout, in seconds,', 5, 120).default(25),
    paused: z.boolean().default(false),
    autoPause: z
      .strictObject({
        failureRatio: z
          .number()
          .min(0.05, { error: 'The share of failures must be from 0.05 to 1' })
          .max(1, { error: 'The share of failures must be from 0.05 to 1' })
          .default(0.5),
        minAttempts: wholeNumber('The least number of attempts', 1, 1000).default(10),
        windowMinutes: wholeNumber('The minutes looked back on', 1, 1440).default(15),
      })
      .prefault({}),
  })
  .superRefine(checkScheduleConfig)

export type ScheduleConfig = z.output<typeof scheduleConfigSchema>

/** What a client may send: every field may be left out. */
export type ScheduleConfigInput = z.input<typeof scheduleConfigSchema>

export const DEFAULT_SCHEDULE_CONFIG: ScheduleConfig = scheduleConfigSchema.parse({})
