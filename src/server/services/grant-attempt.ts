import type { Temporal } from 'temporal-polyfill'
import { appendFeedEvents, feedChangeOf } from '../db/append-feed-events.ts'
import { readCalls } from '../db/call-row.ts'
import type { DbTransaction } from '../db/client.ts'
import { touchCalls, uncoverCall } from '../db/cover-visits.ts'
import { toDate } from '../db/instants.ts'
import { readTimeZone } from '../db/read-organization.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import { type CallEventType, legalFrom } from '../domain/call-status.ts'
import { eligibility } from '../domain/eligibility.ts'
import { DomainError } from '../domain/errors.ts'
import type { GateName } from '../domain/gate.ts'
import { outsideWindowsUntil } from '../domain/outside-windows.ts'
import { noCounts } from '../domain/tab-counts.ts'
import { expiryOfWish } from '../domain/wish-expiry.ts'
import { bringBack } from './bring-back.ts'
import type { CallChange, LockedCall } from './change-call.ts'
import { type QuestionDeps, readCallingQuestions } from './read-calling-questions.ts'
import { recordVisits } from './record-visits.ts'
import { refuseSecondCall } from './second-call.ts'

/** Neither time nor the next free line opens these. */
export const isLastingGate = (gate: GateName): boolean => gate === 'do_not_call'

/** A line becomes free within moments: these make a call wait and are no reason to refuse it. */
export const isMoreThanLimit = (gate: GateName): boolean =>
  gate !== 'active_calls' && gate !== 'calls_per_minute'

/** What a person wants of a call: an attempt at `dueAt`, refused where one of `unless` is closed. */
export type AttemptWish = {
  type: Extract<CallEventType, 'rescheduled' | 'retried'>
  dueAt: Temporal.Instant
  /** What was wished for, where the schedule moved it to `dueAt`. */
  wishedAt?: Temporal.Instant
  /** A manager set it outside the windows. */
  isAllowedOutsideWindows?: boolean
  /** It was wished for many calls at once: nobody has decided about this one where it is in doubt. */
  isOneOfMany?: boolean
  unless: (gate: GateName) => boolean
}

/**
 * Sends a call back to Ready for an attempt that a person asked for. Asks the gates as they will
 * stand at that instant and throws the reason of a closed one as `conflict`, as where another call
 * asks about the visit by now; a wish also moves the call's own expiry, which would swallow it
 * otherwise. The caller holds the organization's claims, except for a demo call: one that covers the
 * call changes too, and none may be made meanwhile.
 */
export async function grantAttempt(
  tx: DbTransaction,
  deps: Pick<Deps, 'clock'> & QuestionDeps,
  input: { call: LockedCall; actor: Actor; wish: AttemptWish },
): Promise<CallChange> {
  const { call, actor, wish } = input
  const { unless, isOneOfMany, ...event } = wish
  if (isOneOfMany && call.status === 'unknown') {
    throw new DomainError(
      'conflict',
      'Nobody knows whether it rang: decide on this call by itself.',
    )
  }
  const change: CallChange = { event }
  if (call.status === 'canceled') change.alsoWrite = (tx) => uncover(tx, deps, { call, actor })
  // The transition refuses these in better words than a gate.
  if (!legalFrom[wish.type].includes(call.status)) return change
  const { dueAt } = wish
  const now = deps.clock.now()
  // Of one in doubt nobody knows whether it had its tries.
  const isAskedFor = call.status !== 'unknown'
  change.createdIds = await bringBack(tx, deps, { call, dueAt, isAskedFor, actor, now })
  await refuseSecondCall(tx, call, { status: 'ready', dueAt })
  const [question] = await readCallingQuestions(tx, deps, {
    organizationId: call.organizationId,
    callIds: [call.id],
    now: dueAt,
  })
  if (question === undefined) throw new DomainError('not_found', 'There is no call with this id.')
  const { toJudge } = question
  const expiresAt = expiryOfWish({
    ...question.facts,
    expiresAt: call.expiresAt,
    dueAt,
    completedAt: toJudge.serviceCompletedAt,
    campaignStartsAt: toJudge.campaign?.startsAt ?? null,
  })
  change.fields = { expiresAt: expiresAt && toDate(expiresAt) }
  const asReady = {
    ...toJudge,
    status: 'ready' as const,
    dueAt,
    expiresAt,
    isAskedFor: true,
    outsideWindowsUntil: outsideWindowsUntil({
      isAllowedOutsideWindows: wish.isAllowedOutsideWindows ?? false,
      notBefore: null,
      dueAt,
    }),
  }
  const readIn = await readTimeZone(tx, call.organizationId)
  const facts = { ...question.facts, readAt: now, readIn }
  const { gates } = eligibility(asReady, facts, dueAt)
  const closed = gates.find(({ name, pass }) => !pass && unless(name))
  if (closed !== undefined) throw new DomainError('conflict', `${closed.reason}.`)
  return change
}

/** A call that was closed in favour of another speaks for its own visit again. */
async function uncover(
  tx: DbTransaction,
  deps: Pick<Deps, 'clock'>,
  { call, actor }: { call: LockedCall; actor: Actor },
): Promise<void> {
  const { organizationId, id: callId } = call
  const left = await uncoverCall(tx, { organizationId, callId })
  if (left.length === 0) return
  const callIds = left.map((visit) => visit.callId)
  const now = deps.clock.now()
  await recordVisits(tx, { organizationId, actor, action: 'call.left', now }, left)
  await touchCalls(tx, { organizationId, callIds, now })
  const calls = await readCalls(tx, organizationId, callIds)
  await appendFeedEvents(tx, {
    organizationId,
    changes: calls.map(feedChangeOf),
    countDelta: noCounts,
    now: toDate(now),
  })
}
