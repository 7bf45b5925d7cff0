import { CLEARED_FOR_MS } from '../services/clear-to-send.ts'

/** How many placements a process may have under way, and how many of them not sent yet. */
export type Room = {
  /**
   * Reserves room, at most this share (0 to 1) of all that may be unsent. Waits in line until there
   * is some.
   */
  take(share: number): Promise<number>
  /** So many of the reserved were not claimed after all. */
  giveBack(count: number): void
  /** A claimed one is on its way to the provider, `afterMs` after its claim. */
  sent(afterMs: number): void
  /** One that was sent has settled. */
  settled(): void
}

const startUnsent = 100
const leastUnsent = 10

/**
 * A claim keeps every other server from placing the call, so a process claims no more than it can
 * send at once: on an overloaded machine anything beyond that would be late, and late calls are not
 * sent. How much that is shows in how long sending takes: the room for unsent calls grows by one with
 * each that was quick, and is halved by one so slow that its leave to be sent had expired.
 */
export function createRoom(limits: { maxPlacements: number; maxUnsent: number }): Room {
  let unsent = 0
  let underWay = 0
  let mostUnsent = Math.min(startUnsent, limits.maxUnsent)
  /** How many unsent ones were claimed before the last halving, and say nothing of the room since. */
  let stale = 0
  const waiting: { share: number; resolve: (room: number) => void }[] = []

  function serve(): void {
    for (;;) {
      const room = Math.min(mostUnsent - unsent, limits.maxPlacements - underWay)
      const next = room > 0 ? waiting.shift() : undefined
      if (next === undefined) return
      const given = Math.min(room, Math.ceil(mostUnsent * next.share))
      unsent += given
      underWay += given
      next.resolve(given)
    }
  }
  const change = (unsentBy: number, underWayBy: number) => {
    unsent += unsentBy
    underWay += underWayBy
    serve()
  }
  return {
    take: (share) =>
      new Promise((resolve) => {
        waiting.push({ share, resolve })
        serve()
      }),
    giveBack: (count) => change(-count, -count),
    sent(afterMs) {
      if (stale > 0) stale -= 1
      else if (afterMs <= CLEARED_FOR_MS) mostUnsent = Math.min(limits.maxUnsent, mostUnsent + 1)
      else {
        stale = unsent - 1
        mostUnsent = Math.max(Math.min(leastUnsent, limits.maxUnsent), Math.floor(mostUnsent / 2))
      }
      change(-1, 0)
    },
    settled: () => change(0, -1),
  }
}
