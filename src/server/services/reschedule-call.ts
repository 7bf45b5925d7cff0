import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from '../db/client.ts'
import { followVisit } from '../db/follow-visit.ts'
import type { Call } from '../domain/call.schema.ts'
import { legalFrom } from '../domain/call-status.ts'
import { isWithinWindow, nextAllowedInstant } from '../domain/calling-window.ts'
import { DomainError } from '../domain/errors.ts'
import { whoMay } from '../domain/rights.ts'
import type { LockedCall } from './change-call.ts'
import { grantAttempt, isLastingGate } from './grant-attempt.ts'
import { type CallTarget, type ChangeDeps, changeCallForPerson } from './person-change.ts'
import {
  type CallingQuestion,
  type QuestionDeps,
  readCallingQuestions,
} from './read-calling-questions.ts'
import { readWishedInstant } from './wished-instant.ts'

type RescheduleDeps = ChangeDeps & QuestionDeps

/**
 * Moves a call's next attempt to an instant that a person chose, at most a year ahead; one that has
 * passed means now. Outside the windows it moves to the next one's start, unless `outsideWindows`
 * is asked for by somebody who `mayOverride`: quiet hours, an unknown zone and the do-not-call list
 * refuse that all the same, with `conflict`.
 */
export async function rescheduleCall(
  deps: RescheduleDeps,
  target: CallTarget & {
    dueAt: string
    outsideWindows: boolean
    mayOverride: boolean
    isOneOfMany?: boolean
  },
): Promise<Call> {
  const wished = readWishedInstant(target.dueAt, deps.clock.now())
  const change = { ...target, action: 'call.rescheduled' as const, holdsClaims: true }
  return changeCallForPerson(deps, change, async (call, tx) => {
    const place = await findPlace(deps, tx, { call, wished })
    const isOverride = target.outsideWindows && !place.isWithinWindow
    if (isOverride && !target.mayOverride) {
      throw new DomainError('forbidden', `It is outside calling hours. ${whoMay('calls.override')}`)
    }
    const type = 'rescheduled' as const
    const { isOneOfMany = false } = target
    return grantAttempt(tx, deps, {
      call,
      actor: target.actor,
      wish: isOverride
        ? { type, isOneOfMany, dueAt: wished, unless: isWall, isAllowedOutsideWindows: true }
        : { type, isOneOfMany, dueAt: place.allowedAt, wishedAt: wished, unless: isLastingGate },
    })
  })
}

/** What no manager can open, because it protects the customer. */
export const isWall: typeof isLastingGate = (gate) =>
  gate === 'do_not_call' || gate === 'quiet_hours' || gate === 'customer_time_zone'

/** Where the schedule puts a wish; a customer without a known zone is left for the gates to hold. */
async function findPlace(
  deps: RescheduleDeps,
  tx: DbTransaction,
  { call, wished }: { call: LockedCall; wished: Temporal.Instant },
): Promise<{ isWithinWindow: boolean; allowedAt: Temporal.Instant }> {
  const free = { isWithinWindow: true, allowedAt: wished }
  if (call.isDemo || !legalFrom.rescheduled.includes(call.status)) return free
  await followVisit(tx, call)
  const [question] = await readCallingQuestions(tx, deps, {
    organizationId: call.organizationId,
    callIds: [call.id],
    now: wished,
  })
  if (question === undefined) return free
  const { isWithinWindow, movesTo } = placeOfWish(question, wished)
  return { isWithinWindow, allowedAt: movesTo ?? wished }
}

/** Where the schedule puts a wish; `movesTo` null where it never opens for this customer. */
export function placeOfWish({ facts }: CallingQuestion, wished: Temporal.Instant) {
  const { calendar, customerZones } = facts
  return {
    isWithinWindow: isWithinWindow(calendar, wished),
    movesTo: nextAllowedInstant({ calendar, customerZones, from: wished }),
  }
}
