import { changeCall } from '../../../src/server/services/change-call.ts'
import { FeedWatcher } from '../feed-watcher.ts'
import type { FeedPlace } from './feed-place.ts'

/** A note that says when it was written, padded to a length. */
const stampedNote = (length = 0) => `${Date.now()}|`.padEnd(length, 'x')

/** Changes calls in turn at a rate, until it is stopped; a change that takes long delays none. */
export function keepChanging(
  place: FeedPlace,
  {
    ids,
    perSecond,
    noteLength = 0,
  }: { ids: readonly string[]; perSecond: number; noteLength?: number },
) {
  const pending = new Set<Promise<unknown>>()
  let count = 0
  let failed = 0
  const timer = setInterval(() => {
    const id = ids[count % ids.length] ?? ''
    count += 1
    // Stamped inside the transaction: how long a writer waits for its turn is not the feed's.
    const target = { organizationId: place.organizationId, callId: id }
    const change = changeCall(place.deps, target, () => ({
      fields: { notes: stampedNote(noteLength) },
    }))
      .catch(() => {
        failed += 1
      })
      .finally(() => pending.delete(change))
    pending.add(change)
  }, 1000 / perSecond)
  return {
    counts: () => ({ changes: count, failed }),
    async stop() {
      clearInterval(timer)
      await Promise.all(pending)
    },
  }
}

/** A subscriber that writes down how late each stamped note came, in ms. */
export function listenForLateness(place: FeedPlace, port: number, lateMs: number[]): FeedWatcher {
  return new FeedWatcher(port, null, {
    WebSocket: place.WebSocket,
    onHeard({ message }) {
      if (message.type !== 'changes') return
      for (const { notes } of message.calls) {
        const stamp = Number(notes?.split('|')[0])
        if (stamp > 0) lateMs.push(Date.now() - stamp)
      }
    },
  })
}
