import { Temporal } from 'temporal-polyfill'
import type { CallStatus } from '../domain/call-status.ts'

// Together with the rhythm and the deadline of the look-ups these end a doubt after 50 seconds, and
// leave a server that is started anew ten more before the minute is over.
const leaseSec = 30
const graceSec = 10

/** Until when news is simply awaited; after that the attempt is looked up at the provider. */
export const leaseAfter = (news: Temporal.Instant) => news.add({ seconds: leaseSec })

/** When the attempt was last looked up or heard of. */
export const newsBefore = (leaseExpiresAt: Temporal.Instant) =>
  leaseExpiresAt.subtract({ seconds: leaseSec })

/** From when an attempt that cannot be found is given up. */
export const lostAfter = (leaseExpiresAt: Temporal.Instant) =>
  leaseExpiresAt.add({ seconds: graceSec })

const longestUntilAnswer = { minutes: 10 }
const longestCall = { hours: 2 }
// On the stage a call waits for every word, and so would for ever once nobody stands on it any more.
const longestDemoCall = { minutes: 15 }
/** An open stage says once a minute that it is; browsers may be late with it where nobody looks. */
const heldAfterWord = { minutes: 3 }
const graceOfHangUp = { minutes: 1 }

/** Until when a line is kept open of which a stage says now that somebody stands there. */
export const heldAfter = (word: Temporal.Instant) => word.add(heldAfterWord)

type OpenLine = {
  status: CallStatus
  requestedAt: Temporal.Instant
  isDemo: boolean
  heldUntil: Temporal.Instant | null
  /** When it was last looked up or heard of, before this look. */
  lookedAt: Temporal.Instant
}

/**
 * A line that stands open for longer than any call has a mistake in it, whatever its provider says:
 * first it is to be hung up, and where that does not end it either, it is to be given up. A server
 * that was away, or slept, over the minute between the two has not hung up yet.
 */
export function overdueLine(line: OpenLine, now: Temporal.Instant): 'no' | 'hang_up' | 'give_up' {
  const endBy = longestOpen(line)
  if (Temporal.Instant.compare(now, endBy) < 0) return 'no'
  if (Temporal.Instant.compare(line.lookedAt, endBy) < 0) return 'hang_up'
  return Temporal.Instant.compare(now, endBy.add(graceOfHangUp)) < 0 ? 'hang_up' : 'give_up'
}

/** Who stands on the stage may talk for as long as any call may last. */
function longestOpen({ status, requestedAt, isDemo, heldUntil }: OpenLine): Temporal.Instant {
  const longest = isDemo ? longestDemoCall : longestCall
  const endBy = requestedAt.add(status === 'in_progress' ? longest : longestUntilAnswer)
  const atLast = requestedAt.add(longestCall)
  if (heldUntil === null || Temporal.Instant.compare(heldUntil, endBy) <= 0) return endBy
  return Temporal.Instant.compare(heldUntil, atLast) < 0 ? heldUntil : atLast
}

/** How long a doubt goes on being asked about, unless a person ends it. */
export const askAboutDoubtsFor = { minutes: 60 }
