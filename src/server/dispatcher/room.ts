/** How many placements a process may have under way, and how many of them not sent yet. */
export type Room = {
  /** Reserves at most `most`; waits until there is room for one, behind those that wait already. */
  take(most: number): Promise<number>
  /** Of what was reserved, so many were not claimed. */
  giveBack(count: number): void
  /** One that was claimed is on its way to the provider. */
  sent(): void
  /** One that was sent has settled. */
  settled(): void
}

/**
 * What is claimed keeps others from placing it, so a process claims no more than it can send at
 * once: on a machine that is overloaded, all that is claimed beyond that would be late, and late
 * calls are not sent.
 */
export function createRoom(limits: { maxPlacements: number; maxUnsent: number }): Room {
  let unsent = 0
  let underWay = 0
  const waiting: { most: number; resolve: (room: number) => void }[] = []

  function serve(): void {
    for (;;) {
      const room = Math.min(limits.maxUnsent - unsent, limits.maxPlacements - underWay)
      const next = room > 0 ? waiting.shift() : undefined
      if (next === undefined) return
      const given = Math.min(room, next.most)
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
    take: (most) =>
      new Promise((resolve) => {
        waiting.push({ most, resolve })
        serve()
      }),
    giveBack: (count) => change(-count, -count),
    sent: () => change(-1, 0),
    settled: () => change(0, -1),
  }
}
