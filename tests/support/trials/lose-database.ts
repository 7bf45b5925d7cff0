import { isDeepStrictEqual } from 'node:util'
import type { Cluster } from '../cluster.ts'
import { FeedWatcher } from '../feed-watcher.ts'
import type { TcpProxy } from '../tcp-proxy.ts'
import { openTestPage } from '../test-page.ts'
import { changeOne, type FeedPlace, listFrom, makeCalls } from './feed-place.ts'
import { holdAgainstLog, readLog, sumOf, type Verdict } from './hold-against-log.ts'

export type OutageResult = Verdict & {
  pages: number
  changes: number
  /** Subscriptions that ended or had to begin anew instead of going on by themselves. */
  ended: number
  /** Screens unlike the database once everything was told. */
  unequal: number
  /** From the database's return until the last screen was equal to it. */
  equalAfterMs: number
}

/**
 * PostgreSQL stops amid changes and comes back after `away`, while pages and subscribers stay. The
 * servers reach it through `way`, whose end moves to the port on which it comes back.
 */
export async function loseDatabase(
  place: FeedPlace,
  how: {
    cluster: Pick<Cluster, 'pause' | 'resume'>
    way: TcpProxy
    away: () => Promise<void>
    pages: number
  },
): Promise<OutageResult> {
  const { cluster, way } = how
  const [port = 0] = place.ports
  const ids = await makeCalls(place, 10)
  const { feedCursor } = await listFrom(place, port, 'ready')
  const { headers, WebSocket } = place
  const screens = Array.from({ length: how.pages }, () => {
    const page = openTestPage({ socket: port, http: port, headers, WebSocket })
    const list = page.show('ready', 50)
    page.start()
    return { page, list }
  })
  const watchers = screens.map(() => new FeedWatcher(port, feedCursor, { WebSocket }))
  try {
    for (const { page } of screens) await page.until(() => page.live.getStatus().kind === 'live')
    for (const watcher of watchers) await watcher.until(({ received }) => received.length > 0)
    for (const id of ids) await changeOne(place, id, 'before')

    const writing = Promise.allSettled(ids.map((id) => changeOne(place, id, 'amid it')))
    await cluster.pause()
    await writing
    await how.away()
    way.pointAt(await cluster.resume())
    const backAt = performance.now()
    for (const [at, id] of ids.entries()) await changeOne(place, id, `after ${at}`)

    const log = await readLog(place.db, place.organizationId)
    const end = log.at(-1)?.seq ?? 0n
    for (const watcher of watchers) await watcher.until(({ lastSeq }) => lastSeq >= end)
    for (const { page, list } of screens) {
      await page.until(() => list.pages().every((each) => each.feedCursor.endsWith(`:${end}`)))
    }
    const equalAfterMs = performance.now() - backAt
    const { calls } = await listFrom(place, port, 'ready')
    const versions = new Map(ids.map((id) => [id, 1]))
    return {
      ...sumOf(watchers.map(({ told }) => holdAgainstLog(log, { upTo: 0n, versions }, told))),
      pages: screens.length,
      changes: log.length,
      ended: watchers.filter(({ error, hellos }) => error !== null || hellos.length !== 1).length,
      unequal: screens.filter(({ list }) => !isDeepStrictEqual(list.calls(), calls)).length,
      equalAfterMs,
    }
  } finally {
    for (const watcher of watchers) watcher[Symbol.dispose]()
    for (const { page } of screens) page[Symbol.dispose]()
  }
}
