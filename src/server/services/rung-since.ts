import type { Temporal } from 'temporal-polyfill'
import { mostDaysBetweenCalls } from '../domain/schedule-config.schema.ts'

/** No schedule asks when a number was rung before that. */
export const rungSince = (now: Temporal.Instant): Temporal.Instant =>
  now.subtract({ hours: 24 * mostDaysBetweenCalls })
