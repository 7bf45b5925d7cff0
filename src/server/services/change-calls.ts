import type { Temporal } from 'temporal-polyfill'
import { appendFeedEvents, feedChangeOf } from '../db/append-feed-events.ts'
import { readCalls } from '../db/call-row.ts'
import type { DbTransaction } from '../db/client.ts'
import { toDate } from '../db/instants.ts'
import { writeCallStates } from '../db/write-call-states.ts'
import { type CallEvent, transition } from '../domain/call-status.ts'
import { countDelta } from '../domain/tab-counts.ts'
import type { LockedCall } from './change-call.ts'
import { followUpChanges } from './follow-up-changes.ts'

export type EventOfCall = { call: LockedCall; event: CallEvent }

/**
 * The same door as `applyChange`, for many calls of one organization in a handful of statements.
 * The calls must be locked by this transaction and legal for their events; anything else is a
 * mistake of the caller and throws. The caller owes the feed an `announce`.
 */
export async function applyEvents(
  tx: DbTransaction,
  input: {
    organizationId: string
    changes: readonly EventOfCall[]
    now: Temporal.Instant
    alsoWrite?: (tx: DbTransaction) => Promise<void>
  },
): Promise<void> {
  const { organizationId, changes, now } = input
  if (changes.length === 0) return
  const calls = changes.map(({ call, event }) => {
    const next = transition(call, event, now)
    if (!next.ok) throw new Error(next.reason)
    return { ...call, ...next.patch }
  })
  const written = await writeCallStates(tx, { organizationId, calls, now })
  if (written !== calls.length) throw new Error('A locked call changed under its lock.')
  await input.alsoWrite?.(tx)
  const rows = await readCalls(
    tx,
    organizationId,
    changes.map(({ call }) => call.id),
  )
  const statusBefore = new Map(changes.map(({ call }) => [call.id, call.status]))
  const eventOf = new Map(changes.map(({ call, event }) => [call.id, event.type]))
  const changed = rows.map((call) => ({
    call,
    from: statusBefore.get(call.id) ?? call.status,
    event: eventOf.get(call.id) ?? null,
  }))
  await followUpChanges(tx, { organizationId, changed, now })
  await appendFeedEvents(tx, {
    organizationId,
    changes: rows.map(feedChangeOf),
    countDelta: countDelta(changed.map(({ from, call }) => ({ from, to: call.status }))),
    now: toDate(now),
  })
}
