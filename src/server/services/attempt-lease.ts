import type { Temporal } from 'temporal-polyfill'

// Together with the rhythm of the look-ups these keep a line that nobody hears of from being shown
// as live for more than a minute.
const leaseSec = 30
const graceSec = 15

/** Until when news are simply awaited; later the attempt is looked up at the provider. */
export const leaseAfter = (news: Temporal.Instant) => news.add({ seconds: leaseSec })

/** From when an attempt that cannot be found is given up as unknown. */
export const lostAfter = (leaseExpiresAt: Temporal.Instant) =>
  leaseExpiresAt.add({ seconds: graceSec })
