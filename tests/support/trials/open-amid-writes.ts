import type { SeededRandom } from '../../../src/server/services/demo-day/seeded-random.ts'
import { FeedWatcher, seqOf } from '../feed-watcher.ts'
import { startTcpProxy } from '../tcp-proxy.ts'
import { type FeedPlace, listFrom, makeCalls } from './feed-place.ts'
import { holdAgainstLog, readLog, sumOf, type Verdict } from './hold-against-log.ts'
import { naiveLog, readNaively, writeLate } from './write-late.ts'

const WRITERS = 8

export type OpeningResult = Verdict & {
  writes: number
  pages: number
  /** What a client by `id > last seen` missed of the same writes, by the same check. */
  missedNaively: number
  notRecovered: number
}

/**
 * Pages that open one after the other amid late writers: each takes its list from one server and
 * subscribes from there at a random one, then moves to another. Beside them one naive client.
 */
export async function openAmidWrites(
  place: FeedPlace,
  how: {
    /** Each writer changes so many calls in a transaction, and makes so many transactions. */
    callsEach: number
    rounds: number
    holdMs: number
    pages: number
    random: SeededRandom
  },
): Promise<OpeningResult> {
  const { random, rounds, holdMs } = how
  await naiveLog.create(place.db)
  const callsOf: string[][] = []
  while (callsOf.length < WRITERS) callsOf.push(await makeCalls(place, how.callsEach))
  const ids = callsOf.flat()
  const logBefore = (await readLog(place.db, place.organizationId)).length

  let isWriting = true
  const writing = writeLate(place, { callsOf, rounds, holdMs, random }).finally(() => {
    isWriting = false
  })
  const naive = readNaively(place.db, () => !isWriting)
  const pages: Awaited<ReturnType<typeof openOne>>[] = []
  while (isWriting && pages.length < how.pages) pages.push(await openOne(place, random))
  await writing

  const log = (await readLog(place.db, place.organizationId)).slice(logBefore)
  const verdicts: Verdict[] = []
  let notRecovered = 0
  for (const { watcher, proxy, start } of pages) {
    await watcher.until(({ lastSeq }) => lastSeq >= (log.at(-1)?.seq ?? 0n))
    verdicts.push(holdAgainstLog(log, start, watcher.told))
    notRecovered += watcher.hellos.filter((recovered) => !recovered).length
    watcher[Symbol.dispose]()
    await proxy[Symbol.asyncDispose]()
  }
  const versions = new Map(ids.map((id) => [id, 1]))
  const naively = holdAgainstLog(
    await naiveLog.read(place.db, 0n),
    { upTo: 0n, versions },
    await naive,
  )
  return {
    ...sumOf(verdicts),
    writes: log.length,
    pages: pages.length,
    missedNaively: naively.missed,
    notRecovered,
  }
}

async function openOne(place: FeedPlace, random: SeededRandom) {
  const { calls, feedCursor } = await listFrom(place, random.pick(place.ports), 'ready')
  const start = {
    upTo: seqOf(feedCursor),
    versions: new Map(calls.map(({ id, version }) => [id, version])),
  }
  const proxy = await startTcpProxy(random.pick(place.ports))
  const watcher = new FeedWatcher(proxy.port, feedCursor, { WebSocket: place.WebSocket })
  await watcher.until(({ received }) => received.length > 0)
  proxy.pointAt(random.pick(place.ports))
  proxy.cut()
  return { watcher, proxy, start }
}
