import { Temporal } from 'temporal-polyfill'

/** PostgreSQL's `timestamptz(3)` reaches us as a Date; inside, time is a Temporal.Instant. */
export const toDate = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)

export function toInstant(date: Date): Temporal.Instant
export function toInstant(date: Date | null): Temporal.Instant | null
export function toInstant(date: Date | null): Temporal.Instant | null {
  return date === null ? null : Temporal.Instant.fromEpochMilliseconds(date.getTime())
}

/** An instant on the wire: `2026-11-20T17:30:00.000Z`, always with milliseconds. */
export const toIso = (instant: Temporal.Instant): string =>
  instant.toString({ smallestUnit: 'millisecond' })
