import { describe, expect, test } from 'vitest'
import { type ClaimDecision, decideClaim } from '../../../src/server/domain/claim-decision.ts'
import type { CallingFacts, CallToJudge } from '../../../src/server/domain/gate.ts'
import { aCall, at, calendarWith, FRIDAY_NOON, factsWith } from '../../support/calling-facts.ts'

type Row = {
  name: string
  call?: Partial<CallToJudge>
  facts?: Partial<CallingFacts>
  now?: string
  decision: Exclude<ClaimDecision, { kind: 'claim' }> | { kind: 'claim' }
}

const settle = (event: Extract<ClaimDecision, { kind: 'settle' }>['event']): Row['decision'] => ({
  kind: 'settle',
  event,
})
const full = { activeCalls: 3 }
const noDays = {
  calendar: calendarWith({ minDaysBetweenCalls: 0 }),
  lastPlacedToNumberAt: FRIDAY_NOON.subtract({ seconds: 1 }),
}

const rows: Row[] = [
  { name: 'all gates open', decision: { kind: 'claim' } },
  {
    name: 'the lines are full',
    facts: full,
    decision: { kind: 'wait', because: 'limits' },
  },
  {
    name: 'the number is on the line in another call, though no days are kept',
    facts: { ...noDays, isNumberOnLine: true },
    decision: { kind: 'wait', because: 'number' },
  },
  {
    name: 'the number is on the line, outside the window',
    facts: { ...noDays, isNumberOnLine: true },
    now: '2026-11-20T23:30:00Z',
    decision: settle({ type: 'deferred', dueAt: at('2026-11-21T15:00:00Z') }),
  },
  {
    name: 'the number was called a moment ago, and no days are kept',
    facts: noDays,
    decision: { kind: 'claim' },
  },
  {
    name: 'the minute is full',
    facts: { placedLastMinute: 10 },
    decision: { kind: 'wait', because: 'limits' },
  },
  {
    name: 'calling is paused',
    facts: { calendar: calendarWith({ paused: true }) },
    decision: { kind: 'wait', because: 'paused' },
  },
  {
    name: 'past its expiry while paused',
    call: { expiresAt: FRIDAY_NOON },
    facts: { calendar: calendarWith({ paused: true }) },
    decision: settle({ type: 'expired' }),
  },
  {
    name: 'on the do-not-call list and past its expiry',
    call: { expiresAt: FRIDAY_NOON },
    facts: { isOnDoNotCall: true },
    decision: settle({ type: 'opted_out' }),
  },
  {
    name: 'outside the window',
    now: '2026-11-20T23:30:00Z',
    decision: settle({ type: 'deferred', dueAt: at('2026-11-21T15:00:00Z') }),
  },
  {
    name: 'outside the window with full lines',
    facts: full,
    now: '2026-11-20T23:30:00Z',
    decision: settle({ type: 'deferred', dueAt: at('2026-11-21T15:00:00Z') }),
  },
  {
    name: 'outside the window, and the next one opens too late',
    call: { expiresAt: at('2026-11-21T14:00:00Z') },
    now: '2026-11-20T23:30:00Z',
    decision: settle({
      type: 'held',
      reason: 'Closed until Sat 21 Nov 10:00. Expires Sat 21 Nov 09:00',
    }),
  },
  {
    name: 'in quiet hours that outlast the expiry',
    call: { expiresAt: at('2026-11-20T15:30:00Z') },
    facts: { customerZones: ['America/Los_Angeles'] },
    now: '2026-11-20T15:00:00Z',
    decision: settle({
      type: 'held',
      reason:
        'It is quiet in Los Angeles, where the customer is; quiet until Fri 20 Nov 11:00. ' +
        'Expires Fri 20 Nov 10:30',
    }),
  },
  {
    name: 'nobody knows the zone, with full lines',
    facts: { ...full, customerZones: [] },
    decision: settle({
      type: 'held',
      reason: 'No time zone is known; held until one is set',
    }),
  },
  {
    name: 'the campaign is paused',
    call: { campaign: { name: 'Winter', isPaused: true, startsAt: null, endsAt: null } },
    decision: settle({ type: 'held', reason: 'Winter is paused' }),
  },
  {
    name: 'the attempts are used',
    call: { status: 'missed', attemptCount: 4 },
    decision: settle({ type: 'held', reason: 'All 4 attempts are used' }),
  },
  {
    name: 'a person asked for one attempt more',
    call: { attemptCount: 4, isAskedFor: true },
    decision: { kind: 'claim' },
  },
  {
    name: 'a demo call at night',
    call: { isDemo: true },
    now: '2026-11-20T03:30:00Z',
    decision: { kind: 'claim' },
  },
  {
    name: 'a demo call and a provider that really dials',
    call: { isDemo: true },
    facts: { hasSimulator: false },
    decision: settle({ type: 'held', reason: 'Demo calls run on the simulator only' }),
  },
]

describe('what becomes of a due call', () => {
  for (const { name, call, facts, now, decision } of rows) {
    test(name, () => {
      const decided = decideClaim({
        call: aCall(call),
        facts: factsWith(facts),
        now: now ? at(now) : FRIDAY_NOON,
      })
      expect(decided).toMatchObject(decision)
    })
  }
})
