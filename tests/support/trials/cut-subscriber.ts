import type { SeededRandom } from '../../../src/server/services/demo-day/seeded-random.ts'
import { FeedWatcher } from '../feed-watcher.ts'
import { startTcpProxy } from '../tcp-proxy.ts'
import { changeOne, type FeedPlace, listFrom, makeCalls } from './feed-place.ts'
import { holdAgainstLog, readLog, type Verdict } from './hold-against-log.ts'

const callCount = 8

export type CutResult = Verdict & {
  changes: number
  cuts: number
  /** How often the feed could not be continued: the client would have had to fetch everything anew. */
  notRecovered: number
  /** Whether the last row of each call is the database's, in every column. */
  isEqualAtLast: boolean
}

/**
 * A subscriber whose connection breaks again and again amid changes, at a random byte, and that
 * comes back to a random one of the servers. Each cut falls on a stream that has come back.
 */
export async function cutSubscriber(
  place: FeedPlace,
  { rounds, cuts, random }: { rounds: number; cuts: number; random: SeededRandom },
): Promise<CutResult> {
  const [firstPort = 0] = place.ports
  await using proxy = await startTcpProxy(firstPort)
  const ids = await makeCalls(place, callCount)
  const { feedCursor } = await listFrom(place, firstPort, 'ready')
  const logBefore = (await readLog(place.db, place.organizationId)).length
  using watcher = new FeedWatcher(proxy.port, feedCursor, { WebSocket: place.WebSocket })
  await watcher.until(({ received }) => received.length === 1)

  let cutCount = 0
  for (let round = 0; round < rounds; round += 1) {
    const how = ['cancel', 'bring back', `note ${round}`][round % 3] ?? ''
    const isCutRound = Math.floor(((round + 1) * cuts) / rounds) > cutCount
    const cut = isCutRound ? proxy.cutAfter(random.whole(1, 2000)) : null
    const changing = Promise.all(ids.map((id) => changeOne(place, id, how)))
    if (cut !== null) {
      proxy.pointAt(random.pick(place.ports))
      await cut
      cutCount += 1
      const { length } = watcher.received
      await watcher.until(({ received }) => received.length > length)
    }
    await changing
  }

  const log = (await readLog(place.db, place.organizationId)).slice(logBefore)
  const end = log.at(-1)?.seq ?? 0n
  await watcher.until(({ lastSeq }) => lastSeq >= end)
  const versions = new Map(ids.map((id) => [id, 1]))
  const verdict = holdAgainstLog(log, { upTo: (log[0]?.seq ?? 1n) - 1n, versions }, watcher.told)
  return {
    ...verdict,
    changes: log.length,
    cuts: cutCount,
    notRecovered: watcher.hellos.filter((recovered) => !recovered).length,
    isEqualAtLast: await watcher.equals(place.db, place.organizationId, ids),
  }
}
