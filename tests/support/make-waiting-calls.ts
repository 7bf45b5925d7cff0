import { makeCall } from './factories.ts'
import type { TestServer } from './test-server.ts'

/** Calls to Customer 00, 01, …, due a minute apart from the opening of Saturday on; answers their ids. */
export async function makeWaitingCalls(server: TestServer, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let made = 0; made < count; made += 1) {
    const dueAt = new Date(Date.parse('2026-11-21T15:00:00Z') + made * 60_000)
    const record = { customerName: `Customer ${String(made).padStart(2, '0')}` }
    ids.push((await makeCall(server.db, server.organizationId, { dueAt, record })).id)
  }
  return ids
}
