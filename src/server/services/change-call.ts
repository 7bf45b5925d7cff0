import { Temporal } from 'temporal-polyfill'
import { appendFeedEvents, feedChangeOf } from '../db/append-feed-events.ts'
import { readCalls } from '../db/call-row.ts'
import type { CallColumns, DbTransaction } from '../db/client.ts'
import { claimsLock } from '../db/due-calls.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate, toInstant } from '../db/instants.ts'
import type { CallStateRow } from '../db/read-calls-to-judge.ts'
import { touchSiblings } from '../db/touch-siblings.ts'
import type { Deps } from '../deps.ts'
import type { Call } from '../domain/call.schema.ts'
import {
  type CallEvent,
  type CallState,
  type CallStatus,
  transition,
} from '../domain/call-status.ts'
import { DomainError } from '../domain/errors.ts'
import { countDelta } from '../domain/tab-counts.ts'
import { followUpChanges } from './follow-up-changes.ts'

/** A call as it stands inside the transaction, locked until its end. */
export type LockedCall = CallState & {
  id: string
  organizationId: string
  serviceRecordId: string
  phoneNumber: string
  isDemo: boolean
  demoScenario: string | null
  expiresAt: Temporal.Instant | null
  version: number
}

/** What is to happen to the call: an event of its life, other columns, or both. */
export type CallChange = {
  event?: CallEvent
  /** Columns that are not part of the call's life: notes, tags, feedback. */
  fields?: Omit<CallColumns, keyof CallState | 'id' | 'organizationId' | 'version'>
  /** Rows of other tables that belong to this change; same transaction. */
  alsoWrite?: (tx: DbTransaction) => Promise<void>
  /** Calls that were made with it, all of them ready. */
  createdIds?: readonly string[]
  /** It changes words of the visit, which its other calls show too, or which call tells them. */
  rewordsVisit?: boolean
}

export type ChangeResult =
  | { changed: true; call: Call }
  /** The life of the call does not allow it, or `decide` found nothing to do. */
  | { changed: false; reason: string }

export type Decide<Change> = (
  call: LockedCall,
  tx: DbTransaction,
  now: Temporal.Instant,
) => Promise<Change> | Change

/**
 * The one door through which a call changes: lock, decide, guarded write, feed event, all in one
 * transaction, then the wake-up. `decide` answers null when nothing is to be done. It is given the
 * one instant at which all of the change happens: a retry counts from the very end of its attempt.
 * Throws `not_found` for a call that the organization does not have. A change that touches other calls
 * as well sets `holdsClaims`, to hold the organization's claims before it locks its own call: otherwise
 * it and a claim, or an erasure, could wait for each other.
 */
export async function changeCall(
  deps: Pick<Deps, 'db' | 'clock' | 'feed'>,
  target: { organizationId: string; callId: string; holdsClaims?: boolean },
  decide: Decide<CallChange | null>,
): Promise<ChangeResult> {
  const { organizationId, holdsClaims = false } = target
  const work = async (tx: DbTransaction) => {
    const call = await lockCall(tx, target)
    const now = deps.clock.now()
    const change = await decide(call, tx, now)
    if (change === null) return { changed: false as const, reason: 'There is nothing to change.' }
    return applyChange(tx, call, change, now)
  }
  const lock = holdsClaims ? claimsLock(organizationId) : undefined
  const result = await inOrganization(deps.db, organizationId, work, { lock })
  if (result.changed) deps.feed.announce(organizationId)
  return result
}

/** As `changeCall`, for a caller that has its own transaction; it owes the feed an `announce`. */
export async function applyChange(
  tx: DbTransaction,
  call: LockedCall,
  change: CallChange,
  now: Temporal.Instant,
): Promise<ChangeResult> {
  const next = change.event ? transition(call, change.event, now) : { ok: true as const, patch: {} }
  if (!next.ok) return { changed: false, reason: next.reason }
  const written = await tx.call.updateMany({
    where: { organizationId: call.organizationId, id: call.id, version: call.version },
    data: {
      ...change.fields,
      ...toColumns(next.patch),
      version: call.version + 1,
      updatedAt: toDate(now),
    },
  })
  if (written.count === 0) return { changed: false, reason: 'The call was changed meanwhile.' }
  await change.alsoWrite?.(tx)
  const siblingIds = change.rewordsVisit ? await touchSiblings(tx, { call, now }) : []
  const { createdIds = [] } = change
  const besideIds = [...siblingIds, ...createdIds]
  const [row] = await readCalls(tx, call.organizationId, [call.id])
  if (row === undefined) return { changed: false, reason: 'The call is gone.' }
  const isScored = change.fields?.npsScore !== undefined
  await followUpChanges(tx, {
    organizationId: call.organizationId,
    changed: [{ from: call.status, event: change.event?.type ?? null, call: row, isScored }],
    now,
  })
  await appendFeedEvents(tx, {
    organizationId: call.organizationId,
    changes: [row, ...(await readCalls(tx, call.organizationId, besideIds))].map(feedChangeOf),
    countDelta: countDelta([
      { from: call.status, to: row.status },
      ...createdIds.map(() => ({ from: null, to: 'ready' as const })),
    ]),
    now: toDate(now),
  })
  return { changed: true, call: row }
}

export const noSuchCall = () => new DomainError('not_found', 'There is no call with this id.')

/** Locks a call until the end of the transaction, or throws `not_found`. */
export async function lockCall(
  tx: DbTransaction,
  target: { organizationId: string; callId: string },
): Promise<LockedCall> {
  const { organizationId, callId } = target
  await tx.$executeRaw`
    select 1 from "Call" where "organizationId" = ${organizationId}::uuid and id = ${callId}::uuid
    for update`
  const row = await tx.call.findUnique({
    where: { organizationId_id: { organizationId, id: callId } },
  })
  if (row === null) throw noSuchCall()
  return toLockedCall(row)
}

/** For a caller that has locked the row itself. */
export function toLockedCall(row: CallStateRow): LockedCall {
  return {
    id: row.id,
    organizationId: row.organizationId,
    serviceRecordId: row.serviceRecordId,
    phoneNumber: row.phoneNumber,
    isDemo: row.isDemo,
    demoScenario: row.demoScenario,
    version: row.version,
    status: row.status as CallStatus,
    outcome: row.outcome as CallState['outcome'],
    heldReason: row.heldReason,
    isAllowedOutsideWindows: row.isAllowedOutsideWindows,
    durationSec: row.durationSec,
    attemptCount: row.attemptCount,
    dueAt: toInstant(row.dueAt),
    notBefore: toInstant(row.notBefore),
    expiresAt: toInstant(row.expiresAt),
    scheduledTime: toInstant(row.scheduledTime),
    startTime: toInstant(row.startTime),
    endTime: toInstant(row.endTime),
  }
}

/** What `transition` answers, as columns of the table. */
function toColumns(patch: Partial<CallState>): CallColumns {
  const columns: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(patch)) {
    columns[name] = value instanceof Temporal.Instant ? toDate(value) : value
  }
  return columns
}
