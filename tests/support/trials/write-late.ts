import { appendFeedEvents, feedChangeOf } from '../../../src/server/db/append-feed-events.ts'
import { readCalls } from '../../../src/server/db/call-row.ts'
import type { Db, DbTransaction } from '../../../src/server/db/client.ts'
import { noCounts } from '../../../src/server/domain/tab-counts.ts'
import type { SeededRandom } from '../../../src/server/services/demo-day/seeded-random.ts'
import type { FeedPlace } from './feed-place.ts'
import type { LogEntry, Told } from './hold-against-log.ts'

/** The log that a feed by `id > last seen` would read, written in the same transactions. */
export const naiveLog = {
  create: (db: Db) => db.$executeRaw`
    create table naive_event (id bigserial primary key, "callId" uuid, version int)`,

  read: (db: Db, after: bigint) => db.$queryRaw<LogEntry[]>`
    select id as seq, "callId", version from naive_event where id > ${after} order by id`,
}

/**
 * Writers side by side, each with calls of its own, that hold their transactions open for up to
 * `holdMs`: partly between taking a number in the naive log and changing the calls.
 */
export async function writeLate(
  place: FeedPlace,
  how: { callsOf: readonly string[][]; rounds: number; holdMs: number; random: SeededRandom },
): Promise<void> {
  const { callsOf, rounds, holdMs, random } = how
  const sleep = (tx: DbTransaction, ms: number) =>
    tx.$executeRaw`select pg_sleep(${ms / 1000}::float8)`
  const writeAll = async (ids: readonly string[]) => {
    for (let round = 0; round < rounds; round += 1) {
      const heldMs = random.whole(0, holdMs)
      const earlyMs = random.whole(0, heldMs)
      await place.db.$transaction(
        async (tx) => {
          await tx.$executeRaw`
            insert into naive_event ("callId", version)
            select id, version + 1 from "Call" where id = any(${ids}::uuid[])`
          if (earlyMs > 0) await sleep(tx, earlyMs)
          await changeTogether(tx, place.organizationId, ids)
          if (heldMs > earlyMs) await sleep(tx, heldMs - earlyMs)
        },
        { timeout: 60_000, maxWait: 60_000 },
      )
      place.deps.feed.announce(place.organizationId)
    }
  }
  await Promise.all(callsOf.map(writeAll))
}

async function changeTogether(tx: DbTransaction, organizationId: string, ids: readonly string[]) {
  const now = new Date()
  await tx.$executeRaw`
    update "Call" set version = version + 1, "updatedAt" = ${now} where id = any(${ids}::uuid[])`
  const calls = await readCalls(tx, organizationId, ids)
  await appendFeedEvents(tx, {
    organizationId,
    changes: calls.map(feedChangeOf),
    countDelta: noCounts,
    now,
  })
}

/** A client that asks for what is above the last id it saw, until `isOver`. */
export async function readNaively(db: Db, isOver: () => boolean): Promise<Told[]> {
  const told: Told[] = []
  let last = 0n
  for (let isLast = false; !isLast; ) {
    isLast = isOver()
    const rows = await naiveLog.read(db, last)
    last = rows.at(-1)?.seq ?? last
    const each = rows.map(({ callId, version }) => ({ id: callId, version }))
    if (rows.length > 0) told.push({ upTo: last, rows: each })
  }
  return told
}
