import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { appendFeedEvents, feedChangeOf } from '../../../src/server/db/append-feed-events.ts'
import { createDb } from '../../../src/server/db/client.ts'
import { startEmbeddedServer } from '../../../src/server/db/embedded-server.ts'
import { migrate } from '../../../src/server/db/migrate.ts'
import { noCounts } from '../../../src/server/domain/tab-counts.ts'
import { createFeed } from '../../../src/server/feed/create-feed.ts'
import { createFeedStore } from '../../../src/server/feed/feed-store.ts'
import { createPostgresWakeUps } from '../../../src/server/feed/postgres-wake-ups.ts'
import { makeOrganization } from '../../support/factories.ts'
import { silentLog } from '../../support/silent-log.ts'
import { changedCall, wallMs } from './change.ts'
import type { Order } from './server-process.ts'

/** A database of the bench's own, and this process as the one that commits changes to it. */
export async function openCommitter() {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-bench-'))
  const server = await startEmbeddedServer({ dataDir })
  const { url } = server
  await migrate(url, path.resolve('prisma/migrations'))
  const db = createDb(url)
  const organizationId = (await makeOrganization(db)).id
  const feed = createFeed({
    store: createFeedStore({ db, systemDb: db }),
    wakeUps: createPostgresWakeUps({ url, log: silentLog }),
    log: silentLog,
  })

  async function commit(seq: number, dueMs: number): Promise<void> {
    const call = { ...changedCall(seq, dueMs), organizationId }
    await appendFeedEvents(db, {
      organizationId,
      changes: [feedChangeOf(call)],
      countDelta: noCounts,
      now: new Date(),
    })
    feed.announce(organizationId)
  }

  return {
    env: { DATABASE_URL: url, ORGANIZATION_ID: organizationId },
    /** A change counts as made when it was due, although its commit takes a moment. */
    async makeChanges({ rate, first, last }: Order): Promise<void> {
      const startedAt = wallMs()
      for (let seq = first; seq <= last; seq += 1) {
        const dueMs = startedAt + ((seq - first) * 1000) / rate
        const waitMs = dueMs - wallMs()
        if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
        await commit(seq, dueMs)
      }
    },
    async [Symbol.asyncDispose]() {
      await feed.close()
      await db.$disconnect()
      await server.stop({ evenIfUsed: true })
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
