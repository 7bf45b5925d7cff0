import { expect, it } from 'vitest'
import type { DbTransaction } from '../../src/server/db/client.ts'
import { applyChange, lockCall } from '../../src/server/services/change-call.ts'
import { FeedWatcher } from '../support/feed-watcher.ts'
import { createLiveWorld } from '../support/live-world.ts'
import type { LiveWorld } from '../support/open-live-world.ts'

const WRITERS = 8
const CHANGES_EACH = 8

/** Writers that leave their transactions open for up to 50 ms after they wrote. */
async function write(
  { db }: LiveWorld,
  writeOne: (tx: DbTransaction, writer: number, round: number) => Promise<void>,
): Promise<void> {
  const writer = async (number: number) => {
    for (let round = 0; round < CHANGES_EACH; round += 1) {
      await db.$transaction(async (tx) => {
        await writeOne(tx, number, round)
        await tx.$executeRaw`select pg_sleep(random() * 0.05)`
      })
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)))
}

it('loses nothing between snapshot and subscription under writers that commit late', async () => {
  await using world = await createLiveWorld()
  const ids = await world.makeCalls(WRITERS)
  let watchers: { watcher: FeedWatcher; snapshot: Map<string, number> }[] = []
  const writing = write(world, async (tx, writer, round) => {
    const target = { organizationId: world.organizationId, callId: ids[writer] ?? '' }
    const change = { fields: { notes: `${round}` } }
    await applyChange(tx, await lockCall(tx, target), change, world.deps.clock.now())
  })
  // Pages that open one after the other, all in the middle of it.
  const opening = (async () => {
    for (let page = 0; page < 10; page += 1) {
      const { calls, feedCursor } = await world.list('ready')
      const snapshot = new Map(calls.map((call) => [call.id, call.version]))
      watchers = [...watchers, { watcher: new FeedWatcher(world.port, feedCursor), snapshot }]
    }
  })()
  await Promise.all([writing, opening])
  world.feed.announce(world.organizationId)

  for (const { watcher, snapshot } of watchers) {
    using page = watcher
    await page.until(({ lastSeq }) => lastSeq >= BigInt(WRITERS * CHANGES_EACH))
    expect(page.faults).toEqual([])
    for (const id of ids) {
      const version = page.calls.get(id)?.version ?? snapshot.get(id)
      expect(version, 'as in the database').toBe(1 + CHANGES_EACH)
    }
  }
})

it('would lose changes if it asked for ids above the last one it saw', async () => {
  await using world = await createLiveWorld()
  const { db } = world
  await db.$executeRaw`create table naive_event (id bigserial primary key)`
  const seen = new Set<bigint>()
  let last = 0n
  const readOn = async () => {
    const rows = await db.$queryRaw<{ id: bigint }[]>`
      select id from naive_event where id > ${last} order by id`
    for (const { id } of rows) seen.add(id)
    last = rows.at(-1)?.id ?? last
  }
  let isWriting = true
  const reading = (async () => {
    while (isWriting) await readOn()
  })()
  await write(world, async (tx) => {
    await tx.$executeRaw`insert into naive_event default values`
  })
  isWriting = false
  await reading
  await readOn()
  expect(seen.size).toBeLessThan(WRITERS * CHANGES_EACH)
})
