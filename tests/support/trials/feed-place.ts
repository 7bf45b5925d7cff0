import { createTRPCClient, httpLink, type WebSocketClientOptions } from '@trpc/client'
import type { Db } from '../../../src/server/db/client.ts'
import { toDate } from '../../../src/server/db/instants.ts'
import type { Deps } from '../../../src/server/deps.ts'
import { changeCall } from '../../../src/server/services/change-call.ts'
import { makeCall } from '../factories.ts'
import type { LiveRouter } from '../live-server.ts'

/** Where a trial of the feed takes place: one organization, somebody who writes, servers that tell. */
export type FeedPlace = {
  /** As the owner of the database. */
  db: Db
  organizationId: string
  /** Of whoever writes: one of the servers, or a process beside them. */
  deps: Pick<Deps, 'db' | 'clock' | 'feed'>
  /** Of the servers; a client may go to any of them. */
  ports: readonly number[]
  /** How a client connects, where it has to say who it is. */
  WebSocket?: WebSocketClientOptions['WebSocket']
  headers?: Record<string, string>
}

/** So late that no dispatcher touches a call of the trial. */
const dueAt = ({ clock }: Pick<Deps, 'clock'>) => clock.now().add({ hours: 30 * 24 })

export async function makeCalls({ db, deps, organizationId }: FeedPlace, count: number) {
  const due = toDate(dueAt(deps))
  const expiresAt = toDate(dueAt(deps).add({ hours: 30 * 24 }))
  const ids: string[] = []
  while (ids.length < count) {
    ids.push((await makeCall(db, organizationId, { dueAt: due, expiresAt })).id)
  }
  return ids
}

/** Writes a note, or moves the call out of its tab and back, which also moves the counts. */
export const changeOne = (
  { deps, organizationId }: Pick<FeedPlace, 'deps' | 'organizationId'>,
  callId: string,
  how: string | 'cancel' | 'bring back',
) =>
  changeCall(deps, { organizationId, callId }, () => {
    if (how === 'cancel') return { event: { type: 'canceled' } }
    if (how === 'bring back') return { event: { type: 'rescheduled', dueAt: dueAt(deps) } }
    return { fields: { notes: how } }
  })

/** Renames the customer of a call; the name is made inside the transaction. */
export const changeOneName = (
  { deps, organizationId }: Pick<FeedPlace, 'deps' | 'organizationId'>,
  callId: string,
  nameOf: () => string,
) => changeCall(deps, { organizationId, callId }, () => ({ fields: { customerName: nameOf() } }))

/** The list of a tab as a page gets it from one of the servers. */
export const listFrom = ({ headers }: FeedPlace, port: number, tab: 'ready' | 'completed') =>
  createTRPCClient<LiveRouter>({
    links: [httpLink({ url: `http://127.0.0.1:${port}/trpc`, headers })],
  }).calls.list.query({ tab, filter: {}, limit: 50, cursor: null })
