import type { FeedPosition } from '../domain/feed-cursor.ts'
import type { Sight } from '../domain/rights.ts'
import type { FeedItem, FeedSink } from './feed.ts'
import { type BatchLimits, type FeedBatch, itemOf, mergeBatches } from './feed-batch.ts'

/** What a hub tells of its log. */
export type Follower = { put(batch: FeedBatch): void }

/** Passes batches on to a sink; what comes while its reader is behind is merged and passed later. */
export function createFollower(
  sink: FeedSink,
  start: { at: FeedPosition; held: FeedBatch | null; sight: Sight },
  limits: BatchLimits,
): Follower {
  const { sight } = start
  let { at, held } = start

  function pass(batch: FeedBatch): boolean {
    const item = nextItem(batch, at, sight)
    if (item === null) return true
    if (!sink.offer(item)) return false
    at = { epoch: batch.epoch, seq: batch.to }
    return true
  }

  function passHeld(): void {
    if (held === null) return
    const batch = held
    held = null
    if (!pass(batch)) held = batch
  }

  sink.onCaughtUp = passHeld
  passHeld()
  return {
    put(batch) {
      if (held === null) {
        if (!pass(batch)) held = batch
        return
      }
      sink.owe(itemOf(batch, batch.from, sight))
      held = mergeBatches(held, batch, limits)
    },
  }
}

/** The batch for a reader that is at `at`; null when it knows all of it. */
export function nextItem(batch: FeedBatch, at: FeedPosition, sight: Sight): FeedItem | null {
  const isKnown = batch.epoch === at.epoch && batch.from < at.seq && batch.to <= at.seq
  return isKnown ? null : itemOf(batch, at.seq, sight)
}
