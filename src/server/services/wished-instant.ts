import { Temporal } from 'temporal-polyfill'
import { DomainError } from '../domain/errors.ts'

const furthestDays = 365

/**
 * The instant that a person chose for a call; one that has passed means now. Throws `invalid_input`
 * for one more than a year ahead.
 */
export function readWishedInstant(dueAt: string, now: Temporal.Instant): Temporal.Instant {
  const wished = Temporal.Instant.from(dueAt)
  if (Temporal.Instant.compare(wished, now.add({ hours: 24 * furthestDays })) > 0) {
    const message = 'Choose a time within the next year.'
    throw new DomainError('invalid_input', message, [{ path: 'dueAt', message }])
  }
  return Temporal.Instant.compare(wished, now) < 0 ? now : wished
}
