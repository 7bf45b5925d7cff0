import type { Temporal } from 'temporal-polyfill'
import { inOrganization } from '../db/in-organization.ts'
import { readTimeZone } from '../db/read-organization.ts'
import type { Deps } from '../deps.ts'
import { eligibility } from '../domain/eligibility.ts'
import { DomainError } from '../domain/errors.ts'
import type { Gate, GateName } from '../domain/gate.ts'
import type { Sight } from '../domain/rights.ts'
import { isLastingGate } from './grant-attempt.ts'
import { type QuestionDeps, readCallingQuestions } from './read-calling-questions.ts'
import { isWall, placeOfWish } from './reschedule-call.ts'
import { readWishedInstant } from './wished-instant.ts'

export type WishFound = {
  customerZones: readonly string[]
  isWithinWindows: boolean
  movesTo: Temporal.Instant | null
  closed: Gate[]
  isWalled: boolean
  isRefused: boolean
}

/** What a chosen instant is measured by; the others change from minute to minute. */
const asked: readonly GateName[] = [
  'campaign',
  'do_not_call',
  'customer_time_zone',
  'calling_window',
  'blocked_date',
  'quiet_hours',
  'recent_call',
]

/** What rescheduling a call to an instant would do, by the rules it would then meet. */
export async function checkWish(
  deps: Pick<Deps, 'db' | 'clock'> & QuestionDeps,
  target: { organizationId: string; callId: string; sight: Sight; dueAt: string },
): Promise<WishFound> {
  const { organizationId, callId, sight } = target
  const readAt = deps.clock.now()
  const wished = readWishedInstant(target.dueAt, readAt)
  const { question, timeZone } = await inOrganization(
    deps.db,
    organizationId,
    async (tx) => {
      const [found] = await readCallingQuestions(tx, deps, {
        organizationId,
        callIds: [callId],
        now: wished,
      })
      return { question: found, timeZone: await readTimeZone(tx, organizationId) }
    },
    { sight },
  )
  if (question === undefined) throw new DomainError('not_found', 'There is no call with this id.')
  const call = {
    ...question.toJudge,
    status: 'ready' as const,
    dueAt: wished,
    expiresAt: null,
    isAskedFor: true,
    outsideWindowsUntil: null,
  }
  const facts = { ...question.facts, readAt, readIn: timeZone, isNumberOnLine: false }
  const { gates } = eligibility(call, facts, wished)
  const closed = gates.filter(({ name, pass }) => !pass && asked.includes(name))
  const place = placeOfWish(question, wished)
  const isFree = call.isDemo
  return {
    customerZones: question.facts.customerZones,
    isWithinWindows: isFree || place.isWithinWindow,
    movesTo: isFree ? wished : place.movesTo,
    closed,
    isWalled: closed.some(({ name }) => isWall(name)),
    isRefused: closed.some(({ name }) => isLastingGate(name)),
  }
}
