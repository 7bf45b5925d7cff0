import type { FeedHead, FeedReading } from '../db/read-feed.ts'
import type { FeedPosition } from '../domain/feed-cursor.ts'
import { type BatchLimits, type FeedBatch, toBatch } from './feed-batch.ts'
import type { Follower } from './follower.ts'
import { createPlaceMemory } from './place-memory.ts'
import type { After } from './waiting.ts'

/** How many calls' last places are remembered. */
const MAX_PLACES = 2000

export type HubOptions = BatchLimits & {
  /** Both answer null when there is no such organization, and may reject while the database is away. */
  readHead: () => Promise<FeedHead | null>
  readAfter: (position: FeedPosition) => Promise<FeedReading | null>
  /** At most one reading starts per tick; a tick is longer where delivering takes longer. */
  tickMs: number
  maxDeliveryShare: number
  retryDelayMs: (failures: number) => number
  after: After
  sentAt: () => string
  /** All watchers were told, or their sockets are behind. */
  onDelivered: (batch: FeedBatch) => void
  onFailure: (error: unknown) => void
}

/** Reads one organization's log for all of its watchers in this process. */
export type OrganizationHub = {
  /** Every batch from now on is told to the follower. */
  join(follower: Follower): void
  leave(follower: Follower): void
  isEmpty(): boolean
  /** The log may have grown. */
  markDirty(): void
  /** How far the log was read; null before the first reading. */
  position(): FeedPosition | null
  /** Settles with the first reading. Whoever reads the log after it misses nothing between. */
  ready: Promise<void>
  close(): void
}

export function createOrganizationHub(options: HubOptions): OrganizationHub {
  const { tickMs, retryDelayMs, after, onFailure } = options
  const followers = new Set<Follower>()
  const places = createPlaceMemory(MAX_PLACES)
  let position: FeedPosition | null = null
  let isDirty = true
  let isReading = false
  let isClosed = false
  let failures = 0
  let cancelRest: (() => void) | null = null
  let becomeReady = () => {}
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve
  })

  // The first change after a quiet moment is read at once; what follows waits for the tick's end.
  function readIfDirty(): void {
    if (!isDirty || isReading || cancelRest !== null || isClosed) return
    void read()
  }

  function rest(delayMs: number): void {
    cancelRest?.()
    cancelRest = after(delayMs, () => {
      cancelRest = null
      readIfDirty()
    })
  }

  async function read(): Promise<void> {
    isReading = true
    isDirty = false
    rest(tickMs)
    try {
      const batch = await readNext()
      // Its processor time: on a busy machine the clock would also count what others do.
      const before = process.cpuUsage()
      deliver(batch)
      const { user, system } = process.cpuUsage(before)
      const restMs = (user + system) / 1000 / options.maxDeliveryShare
      if (restMs > tickMs && !isClosed) rest(restMs)
      failures = 0
    } catch (error) {
      isDirty = true
      failures += 1
      if (!isClosed) rest(retryDelayMs(failures))
      onFailure(error)
    }
    isReading = false
    readIfDirty()
  }

  async function readNext(): Promise<FeedBatch | null> {
    if (position === null) {
      const head = await options.readHead()
      if (head === null) throw new Error('The organization does not exist.')
      position = { epoch: head.epoch, seq: head.seq }
      becomeReady()
      return null
    }
    const reading = await options.readAfter(position)
    if (reading === null) throw new Error('The organization does not exist.')
    const { epoch, seq } = reading.head
    if (epoch === position.epoch && seq === position.seq) return null
    if (!reading.isComplete || epoch !== position.epoch) places.forget()
    const { maxRows, maxBytes } = options
    const placed = { ...reading, rows: places.follow(reading.rows) }
    const batch = toBatch(position, placed, { maxRows, maxBytes, sentAt: options.sentAt() })
    position = { epoch, seq }
    return batch
  }

  function deliver(batch: FeedBatch | null): void {
    if (batch === null || isClosed) return
    for (const follower of followers) follower.put(batch)
    options.onDelivered(batch)
  }

  return {
    join(follower) {
      followers.add(follower)
      readIfDirty()
    },
    leave: (follower) => followers.delete(follower),
    isEmpty: () => followers.size === 0,
    markDirty() {
      isDirty = true
      readIfDirty()
    },
    position: () => position,
    ready,
    close() {
      isClosed = true
      cancelRest?.()
    },
  }
}
