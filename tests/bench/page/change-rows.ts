import { setTimeout as pause } from 'node:timers/promises'
import { appendFeedEvents, feedChangeOf } from '../../../src/server/db/append-feed-events.ts'
import { noCounts } from '../../../src/server/domain/tab-counts.ts'
import { type FeedPlace, listFrom } from '../../support/trials/feed-place.ts'

/**
 * Changes rows near the head of the tab at a steady pace until it is stopped, by as little as it
 * takes: the writer is not measured. Every tenth change moves its row to another place.
 */
export async function changeRows(place: FeedPlace, perSecond: number) {
  const { db, deps, organizationId, ports } = place
  const { calls } = await listFrom(place, ports[0] ?? 0, 'ready')
  let made = 0
  const change = async () => {
    const known = calls[made % calls.length]
    if (known === undefined) return
    made += 1
    known.version += 1
    known.notes = `Change ${made}`
    known.customerName = known.customerName.replace(/\.?\d*$/, `.${made}`)
    if (made % 10 === 0) known.dueAt = new Date(Date.parse(known.dueAt ?? '') + 7000).toISOString()
    await appendFeedEvents(db, {
      organizationId,
      changes: [feedChangeOf({ ...known })],
      countDelta: noCounts,
      now: new Date(),
    })
    deps.feed.announce(organizationId)
  }
  let isOver = false
  const begin = performance.now()
  const writing = (async () => {
    for (let turn = 0; !isOver; turn += 1) {
      const dueMs = begin + (turn * 1000) / perSecond - performance.now()
      if (dueMs > 0) await pause(dueMs)
      await change()
    }
  })()
  return {
    async stop() {
      isOver = true
      await writing
      return { made, perSecond: (made * 1000) / (performance.now() - begin) }
    },
  }
}
