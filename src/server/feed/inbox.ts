import { type BatchLimits, type FeedBatch, mergeBatches } from './feed-batch.ts'

/** Holds at most one batch for a subscriber; what comes while it is full is merged into it. */
export type Inbox = {
  put(batch: FeedBatch): void
  /** The next batch; null once the subscriber has gone. One taker at a time. */
  take(): Promise<FeedBatch | null>
  /** What waits, without waiting for it. */
  empty(): FeedBatch | null
}

/** An inbox for as long as `signal` is not aborted. */
export function createInbox(limits: BatchLimits, signal: AbortSignal): Inbox {
  let held: FeedBatch | null = null
  let wake = () => {}
  signal.addEventListener('abort', () => wake(), { once: true })
  const empty = () => {
    const batch = held
    held = null
    return batch
  }
  return {
    put(batch) {
      held = held === null ? batch : mergeBatches(held, batch, limits)
      wake()
    },
    async take() {
      if (held === null && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      const batch = empty()
      return signal.aborted ? null : batch
    },
    empty,
  }
}
