import type { Temporal } from 'temporal-polyfill'
import type { Clock } from '../clock.ts'
import { createRoom } from './room.ts'

/** What the loop does, handed in; it knows neither SQL nor providers. */
export type DispatchWork<Attempt> = {
  readDue(): Promise<{ organizationIds: string[]; nextDueAt: Temporal.Instant | null }>
  /** Claims at most `limit` of an organization's due calls; `hasMore` asks to be called again. */
  claim(organizationId: string, limit: number): Promise<{ attempts: Attempt[]; hasMore: boolean }>
  /** Calls `onSent` once the attempt's request is on its way; settling implies it. */
  place(attempt: Attempt, onSent: () => void): Promise<void>
  /** Recurring work beside the placing; each runs first at the start. */
  chores: readonly { everyMs: number; run: () => Promise<unknown> }[]
  /** Hears of every failure; the loop itself goes on. */
  onError(error: unknown, doing: string): void
}

export type DispatchLoop = {
  start(): void
  /** Looks for due calls at once instead of at the next turn. */
  wake(): void
  /** Settles when nothing is under way until the clock moves or somebody wakes the loop. */
  idle(): Promise<void>
  /** Claims nothing more and settles when all that was claimed has been placed. */
  stop(): Promise<void>
}

export type LoopOptions = {
  /** The longest wait between two turns. */
  pollMs?: number
  /** How many placements may be under way in this process. */
  maxPlacements?: number
  /** How many of them may be claimed and not yet sent; see `Room`. */
  maxUnsent?: number
  organizationsAtOnce?: number
  /** From 0 to below 1. */
  random?: () => number
}

const shortestWaitMs = 5

/** Turns of finding, claiming and placing, one at a time; a wake-up during a turn adds one more. */
export function createDispatchLoop<Attempt>(
  clock: Clock,
  work: DispatchWork<Attempt>,
  options: LoopOptions = {},
): DispatchLoop {
  const { pollMs = 1000, maxPlacements = 300, organizationsAtOnce = 4, maxUnsent = 300 } = options
  const { random = Math.random } = options
  const placements = new Set<Promise<void>>()
  const room = createRoom({ maxPlacements, maxUnsent })
  const chores = new Set<Promise<void>>()
  const cancelChores = new Set<() => void>()
  let cancelTurn: () => void = () => undefined
  let turn: Promise<void> | null = null
  let isWanted = false
  let isRunning = false

  const attempt = async (doing: string, run: () => Promise<unknown>) => {
    try {
      await run()
    } catch (error) {
      work.onError(error, doing)
    }
  }
  const track = (set: Set<Promise<void>>, doing: string, run: () => Promise<unknown>) => {
    const promise = attempt(doing, run).finally(() => set.delete(promise))
    set.add(promise)
    return promise
  }

  async function claimAll(organizationId: string, share: number): Promise<void> {
    let hasMore = true
    while (isRunning && hasMore) {
      const limit = await room.take(share)
      // The loop may have been stopped while this waited.
      if (!isRunning) return room.giveBack(limit)
      let attempts: Attempt[] = []
      try {
        const claimed = await work.claim(organizationId, limit)
        attempts = claimed.attempts
        hasMore = claimed.hasMore
      } finally {
        room.giveBack(limit - attempts.length)
      }
      for (const one of attempts) place(one)
    }
  }

  function place(one: Attempt): void {
    const claimedMs = clock.now().epochMilliseconds
    let isSent = false
    const sent = () => {
      if (!isSent) room.sent(clock.now().epochMilliseconds - claimedMs)
      isSent = true
    }
    track(placements, 'place', () => work.place(one, sent)).then(() => {
      sent()
      room.settled()
    })
  }

  async function takeTurn(): Promise<number> {
    const { organizationIds, nextDueAt } = await work.readDue()
    // In a random order, so that servers seldom wait for each other's claims.
    const waiting = shuffled(organizationIds, random)
    // So that the backlog of one organization leaves room for the others.
    const share = 1 / Math.min(organizationsAtOnce, Math.max(1, waiting.length))
    const worker = async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        const organizationId = id
        await attempt('claim', () => claimAll(organizationId, share))
      }
    }
    await Promise.all(Array.from({ length: organizationsAtOnce }, worker))
    if (nextDueAt === null) return pollMs
    const untilDueMs = nextDueAt.epochMilliseconds - clock.now().epochMilliseconds
    return Math.min(pollMs, Math.max(shortestWaitMs, untilDueMs))
  }

  function wake(): void {
    isWanted = true
    if (!isRunning || turn !== null) return
    cancelTurn()
    turn = (async () => {
      let waitMs = pollMs
      while (isRunning && isWanted) {
        isWanted = false
        await attempt('turn', async () => {
          waitMs = await takeTurn()
        })
      }
      turn = null
      if (isRunning) cancelTurn = clock.after(waitMs, wake)
    })()
  }

  function startChore(chore: DispatchWork<Attempt>['chores'][number]): void {
    if (!isRunning) return
    track(chores, 'chore', chore.run).then(() => {
      if (!isRunning) return
      const cancel = clock.after(chore.everyMs, () => {
        cancelChores.delete(cancel)
        startChore(chore)
      })
      cancelChores.add(cancel)
    })
  }

  async function idle(): Promise<void> {
    while (turn !== null || placements.size > 0 || chores.size > 0) {
      await Promise.all([turn, ...placements, ...chores])
    }
  }

  return {
    start() {
      if (isRunning) return
      isRunning = true
      for (const chore of work.chores) startChore(chore)
      wake()
    },
    wake,
    idle,
    async stop() {
      isRunning = false
      cancelTurn()
      for (const cancel of cancelChores) cancel()
      cancelChores.clear()
      await idle()
    },
  }
}

function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  const placed = values.map((value) => ({ value, place: random() }))
  return placed.sort((a, b) => a.place - b.place).map(({ value }) => value)
}
