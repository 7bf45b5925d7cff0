import { randomUUID } from 'node:crypto'
import type { FeedRow } from '../../../src/server/db/read-feed.ts'
import type { Call } from '../../../src/server/domain/call.schema.ts'
import type { FeedStore } from '../../../src/server/feed/feed-store.ts'

/** The log of organizations in memory, any number of them, without a database to wait for. */
export function createMemoryStore(maxEvents = 2000) {
  const epoch = randomUUID()
  const counts = { ready: 1, missed: 0, completed: 0 }
  const logs = new Map<string, { seq: bigint; rows: FeedRow[] }>()
  const logOf = (organizationId: string) => {
    const known = logs.get(organizationId)
    if (known !== undefined) return known
    const log = { seq: 0n, rows: [] }
    logs.set(organizationId, log)
    return log
  }
  const headOf = (organizationId: string) => ({ epoch, seq: logOf(organizationId).seq, counts })
  const store: FeedStore = {
    readHead: async (organizationId) => headOf(organizationId),
    async readAfter({ organizationId, seq }) {
      const { rows } = logOf(organizationId)
      const later = rows.filter((row) => row.seq > seq)
      return { head: headOf(organizationId), isComplete: true, rows: later }
    },
    readPositions: async (ids) => new Map(ids.map((id) => [id, headOf(id)])),
    prune: async () => 0,
  }
  return {
    store,
    append(organizationId: string, call: Call) {
      const log = logOf(organizationId)
      log.seq += 1n
      log.rows.push({ callId: call.id, version: call.version, seq: log.seq, call })
      if (log.rows.length > maxEvents) log.rows.splice(0, maxEvents / 2)
    },
  }
}
