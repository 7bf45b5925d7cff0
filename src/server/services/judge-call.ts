import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from '../db/client.ts'
import type { Actor } from '../domain/actor.ts'
import type { Call } from '../domain/call.schema.ts'
import type { Verdict } from '../domain/call-changes.schema.ts'
import { DomainError } from '../domain/errors.ts'
import { nextAttempt } from '../domain/retry-policy.ts'
import { newsEntry, withNews } from './attempt-news.ts'
import { endEvent, whyGivenUp, withGivingUp } from './attempt-retry.ts'
import { bringBack } from './bring-back.ts'
import type { CallChange, LockedCall } from './change-call.ts'
import { grantAttempt, isLastingGate } from './grant-attempt.ts'
import { type CallTarget, type ChangeDeps, changeCallForPerson } from './person-change.ts'
import { type QuestionDeps, readCallingQuestions } from './read-calling-questions.ts'

type JudgeDeps = ChangeDeps & QuestionDeps

/** A person ends the doubt about an attempt of which nobody knows whether the line was opened. */
export function judgeCall(
  deps: JudgeDeps,
  { verdict, ...target }: CallTarget & { verdict: Verdict },
): Promise<Call> {
  const change = { ...target, action: 'call.judged' as const, holdsClaims: true }
  const { actor } = target
  return changeCallForPerson(deps, change, (call, tx, now) => {
    if (call.status !== 'unknown') {
      throw new DomainError('illegal_transition', 'This call is not in doubt.')
    }
    switch (verdict) {
      case 'it_rang': {
        const end = { status: 'missed', outcome: 'no_answer', verdict, now }
        return {
          event: { type: 'judged_as_rung' },
          alsoWrite: (tx) => writeVerdict(tx, call, end),
        }
      }
      case 'it_did_not_ring':
        return endAsNotPlaced(deps, tx, { call, actor, now })
      case 'call_again': {
        const wish = { type: 'retried' as const, dueAt: now, unless: isLastingGate }
        return grantAttempt(tx, deps, { call, actor, wish })
      }
    }
  })
}

/** As if the provider had refused it: the schedule's delays after a provider error decide. */
async function endAsNotPlaced(
  deps: JudgeDeps,
  tx: DbTransaction,
  { call, actor, now }: { call: LockedCall; actor: Actor; now: Temporal.Instant },
): Promise<CallChange> {
  const [question] = await readCallingQuestions(tx, deps, {
    organizationId: call.organizationId,
    callIds: [call.id],
    now,
  })
  const retry = question
    ? nextAttempt({
        outcome: 'provider_error',
        attemptNumber: call.attemptCount,
        endedAt: now,
        expiresAt: call.expiresAt,
        campaignEndsAt: question.toJudge.campaign?.endsAt ?? null,
        calendar: question.facts.calendar,
        customerZones: question.facts.customerZones,
      })
    : null
  const dueAt = retry?.retryAt
  const comingBack = { call, isAskedFor: false, actor, now }
  const createdIds = dueAt ? await bringBack(tx, deps, { ...comingBack, dueAt }) : []
  const end = { status: 'failed', outcome: 'provider_error', verdict: 'it_did_not_ring', now }
  return {
    event: endEvent({ outcome: 'provider_error', talkSec: null, retry }),
    createdIds,
    alsoWrite: (tx) => writeVerdict(tx, call, { ...end, gaveUp: whyGivenUp(retry) }),
  }
}

/** The attempt in doubt is the call's last one; what a person said of it stays in its history. */
async function writeVerdict(
  tx: DbTransaction,
  call: LockedCall,
  end: {
    status: string
    outcome: string
    verdict: string
    now: Temporal.Instant
    gaveUp?: string | null
  },
): Promise<void> {
  const where = { organizationId: call.organizationId, callId: call.id, number: call.attemptCount }
  const attempt = await tx.callAttempt.findFirst({ where, select: { id: true, history: true } })
  if (attempt === null) return
  const entry = newsEntry({
    at: end.now,
    source: 'we',
    event: `judged: ${end.verdict}`,
    applied: true,
  })
  await tx.callAttempt.update({
    where: { id: attempt.id },
    data: {
      status: end.status,
      outcome: end.outcome,
      history: withGivingUp(withNews(attempt.history, entry), end.gaveUp ?? null, end.now),
    },
  })
}
