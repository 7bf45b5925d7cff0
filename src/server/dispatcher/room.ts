/** How many placements a process may have under way, and how many of them not sent yet. */
export type Room = {
  /** Reserves as many as there is room for; waits until that is at least one. */
  take(): Promise<number>
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
  let waiting: (() => void)[] = []
  const change = (unsentBy: number, underWayBy: number) => {
    unsent += unsentBy
    underWay += underWayBy
    const all = waiting
    waiting = []
    for (const look of all) look()
  }
  return {
    async take() {
      for (;;) {
        const room = Math.min(limits.maxUnsent - unsent, limits.maxPlacements - underWay)
        if (room > 0) {
          unsent += room
          underWay += room
          return room
        }
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
    },
    giveBack: (count) => change(-count, -count),
    sent: () => change(-1, 0),
    settled: () => change(0, -1),
  }
}
