import { Temporal } from 'temporal-polyfill'
import type { CallEvent } from './call-status.ts'
import { type Eligibility, eligibility } from './eligibility.ts'
import type { CallingFacts, CallToJudge, Gate, GateName } from './gate.ts'

/** What becomes of a call that is due. */
export type ClaimDecision =
  | { kind: 'claim'; gates: Gate[] }
  /** A gate settles it otherwise: put off, held for a person, expired, closed by an opt-out. */
  | {
      kind: 'settle'
      event: Extract<CallEvent, { type: 'deferred' | 'held' | 'expired' | 'opted_out' }>
    }
  /** All lines are taken, or calling is paused: nothing else can be placed either. */
  | { kind: 'wait'; because: 'paused' | 'limits' }
  /** The campaign has all the calls at a time that it may have; others' calls go on. */
  | { kind: 'wait'; because: 'campaign' }
  /** Another call to the same number is on the line; calls to others go on. */
  | { kind: 'wait'; because: 'number' }

/** These speak of the organization's lines, not of the call. */
const LIMIT_GATES: ReadonlySet<GateName> = new Set(['active_calls', 'calls_per_minute'])

/** The facts of an organization that is placing no call: what is still closed is no matter of lines. */
export const idleLines = {
  activeCalls: 0,
  campaignActiveCalls: 0,
  placedLastMinute: 0,
  isNumberOnLine: false,
}

/** Decides what the dispatcher does with a due call, and where it is not placed, until when and why. */
export function decideClaim(input: {
  call: CallToJudge
  facts: CallingFacts
  now: Temporal.Instant
}): ClaimDecision {
  const { call, facts, now } = input
  const judged = eligibility(call, facts, now)
  if (judged.eligible) return { kind: 'claim', gates: judged.gates }
  const isClosed = (name: GateName) => judged.gates.some((gate) => gate.name === name && !gate.pass)
  if (isClosed('do_not_call')) return { kind: 'settle', event: { type: 'opted_out' } }
  if (isClosed('expired')) return { kind: 'settle', event: { type: 'expired' } }
  if (isClosed('paused') || isClosed('auto_paused')) return { kind: 'wait', because: 'paused' }
  // A recent call without an end is one that is on the line now.
  const opensWithLines = ({ name, pass, until }: Gate) =>
    pass || LIMIT_GATES.has(name) || (name === 'recent_call' && until === undefined)
  if (judged.gates.every(opensWithLines)) {
    if (isClosed('recent_call')) return { kind: 'wait', because: 'number' }
    const hasLine = eligibility(call, { ...facts, campaignActiveCalls: 0 }, now).eligible
    return { kind: 'wait', because: hasLine ? 'campaign' : 'limits' }
  }
  // With full lines nobody could say when the other gates open.
  const idle = eligibility(call, { ...facts, ...idleLines, isReadLater: true }, now)
  const next = idle.nextEligibleAt
  if (next !== null && Temporal.Instant.compare(next, now) > 0) {
    return { kind: 'settle', event: { type: 'deferred', dueAt: next } }
  }
  return hold(reasonToHold(idle))
}

const hold = (reason: string): ClaimDecision => ({
  kind: 'settle',
  event: { type: 'held', reason },
})

/** What a person can act on: the gate that stays closed, else the one that opens too late. */
function reasonToHold({ gates }: Eligibility): string {
  const closed = gates.filter(({ pass }) => !pass)
  const stuck = closed.find(({ until }) => until === undefined)
  if (stuck !== undefined) return stuck.reason
  const expiry = gates.find(({ name }) => name === 'expired')
  return [closed[0]?.reason, expiry?.reason].filter(Boolean).join('. ')
}
