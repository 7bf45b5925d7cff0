import { Temporal } from 'temporal-polyfill'

/** The later of two instants; null is none. */
export const laterOf = (one: Temporal.Instant, other: Temporal.Instant | null): Temporal.Instant =>
  other !== null && Temporal.Instant.compare(other, one) > 0 ? other : one
