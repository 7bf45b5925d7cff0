import { Temporal } from 'temporal-polyfill'
import { fieldError } from '../domain/errors.ts'

const furthestDays = 365

/**
 * The instant that a person chose for a call; one that has passed means now. Throws `invalid_input`
 * for one more than a year ahead.
 */
export function readWishedInstant(dueAt: string, now: Temporal.Instant): Temporal.Instant {
  const wished = Temporal.Instant.from(dueAt)
  if (Temporal.Instant.compare(wished, now.add({ hours: 24 * furthestDays })) > 0) {
    throw fieldError('invalid_input', 'dueAt', 'Choose a time within the next year.')
  }
  return Temporal.Instant.compare(wished, now) < 0 ? now : wished
}
