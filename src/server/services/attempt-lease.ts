import { Temporal } from 'temporal-polyfill'
import type { CallStatus } from '../domain/call-status.ts'

// Together with the rhythm and the deadline of the look-ups these end a doubt after 50 seconds, and
// leave a server that is started anew ten more before the minute is over.
const leaseSec = 30
const graceSec = 10

/** Until when news is simply awaited; after that the attempt is looked up at the provider. */
export const leaseAfter = (news: Temporal.Instant) => news.add({ seconds: leaseSec })

/** From when an attempt that cannot be found is given up. */
export const lostAfter = (leaseExpiresAt: Temporal.Instant) =>
  leaseExpiresAt.add({ seconds: graceSec })

const longestUntilAnswer = { minutes: 10 }
const longestCall = { hours: 2 }
// On the stage a call waits for every word, and so would for ever once nobody stands on it any more.
const longestDemoCall = { minutes: 15 }
const graceOfHangUp = { minutes: 1 }

/**
 * A line that stands open for longer than any call has a mistake in it, whatever its provider says:
 * first it is to be hung up, and where that does not end it either, it is to be given up.
 */
export function overdueLine(
  line: { status: CallStatus; requestedAt: Temporal.Instant; isDemo: boolean },
  now: Temporal.Instant,
): 'no' | 'hang_up' | 'give_up' {
  const longest = line.isDemo ? longestDemoCall : longestCall
  const endBy = line.requestedAt.add(line.status === 'in_progress' ? longest : longestUntilAnswer)
  if (Temporal.Instant.compare(now, endBy) < 0) return 'no'
  return Temporal.Instant.compare(now, endBy.add(graceOfHangUp)) < 0 ? 'hang_up' : 'give_up'
}

/** How long a doubt goes on being asked about, unless a person ends it. */
export const askAboutDoubtsFor = { minutes: 60 }
