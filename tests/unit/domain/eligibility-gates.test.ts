import { describe, expect, it } from 'vitest'
import { GATE_NAMES, type GateName } from '../../../src/server/domain/gate.ts'
import {
  at,
  aCampaign as campaign,
  FRIDAY_NOON,
  type JudgedCase,
  judge,
} from '../../support/calling-facts.ts'

type Example = JudgedCase & {
  name: string
  gate: GateName
  reason: string
  until?: string
  nextEligibleAt?: string
}

const closedGates: Example[] = [
  {
    name: 'calling is paused',
    gate: 'paused',
    config: { paused: true },
    reason: 'Calling is paused',
  },
  {
    name: 'calling paused itself',
    gate: 'auto_paused',
    facts: { autoPausedAt: at('2026-11-20T16:40:00Z') },
    reason: 'Paused by itself today 11:40, after too many technical failures',
  },
  {
    name: 'the campaign is paused',
    gate: 'campaign',
    call: { campaign: { ...campaign, isPaused: true } },
    reason: 'Winter check is paused',
  },
  {
    name: 'the campaign has not started',
    gate: 'campaign',
    call: { campaign: { ...campaign, startsAt: at('2026-11-23T05:00:00Z') } },
    reason: 'Winter check starts Monday 00:00',
    until: '2026-11-23T05:00:00Z',
    nextEligibleAt: '2026-11-23T14:00:00Z',
  },
  {
    name: 'the campaign is over at its very end',
    gate: 'campaign',
    call: { campaign: { ...campaign, endsAt: FRIDAY_NOON } },
    reason: 'Winter check ended today 12:00',
  },
  {
    name: 'the attempts are used',
    gate: 'attempts_left',
    call: { attemptCount: 4 },
    reason: 'All 4 attempts are used',
  },
  {
    name: 'the schedule makes no retry any more',
    gate: 'attempts_left',
    call: { status: 'missed', outcome: 'no_answer', attemptCount: 1 },
    config: { retry: { no_answer: [] } },
    reason: 'The schedule makes no other try after no answer',
  },
  {
    name: 'the campaign has as many calls as it may have',
    gate: 'active_calls',
    call: { campaign: { ...campaign, maxActiveCalls: 2 } },
    facts: { activeCalls: 2, campaignActiveCalls: 2 },
    reason: 'Winter check: all calls that it may have at a time are active',
  },
  {
    name: 'the number must not be called',
    gate: 'do_not_call',
    facts: { isOnDoNotCall: true },
    reason: 'The number is on the do-not-call list',
  },
  {
    name: 'the call is not due',
    gate: 'due',
    call: { dueAt: at('2026-11-20T20:20:00Z') },
    reason: 'Due today 15:20',
    until: '2026-11-20T20:20:00Z',
    nextEligibleAt: '2026-11-20T20:20:00Z',
  },
  {
    name: 'the call is due outside the windows',
    gate: 'due',
    call: { dueAt: at('2026-11-21T20:20:00Z') },
    reason: 'Due tomorrow 15:20',
    until: '2026-11-21T20:20:00Z',
    nextEligibleAt: '2026-11-23T14:00:00Z',
  },
  {
    name: 'no time is set',
    gate: 'due',
    call: { dueAt: null },
    reason: 'No time is set for the next try',
  },
  {
    name: 'the service has only just ended',
    gate: 'delay_after_service',
    call: { serviceCompletedAt: at('2026-11-20T16:00:00Z') },
    reason: '2 h after the service end today 13:00',
    until: '2026-11-20T18:00:00Z',
    nextEligibleAt: '2026-11-20T18:00:00Z',
  },
  {
    name: 'the call expires at this very instant',
    gate: 'expired',
    call: { expiresAt: FRIDAY_NOON },
    reason: 'Expired today 12:00',
  },
  {
    name: 'no window is open',
    gate: 'calling_window',
    now: '2026-11-21T19:00:00Z',
    reason: 'Closed until Monday 09:00',
    until: '2026-11-23T14:00:00Z',
    nextEligibleAt: '2026-11-23T14:00:00Z',
  },
  {
    name: 'no window ever opens',
    gate: 'calling_window',
    config: { weekly: {} },
    reason: 'No window opens in the next 400 days',
  },
  {
    name: 'the date is blocked',
    gate: 'blocked_date',
    config: { blockedDates: ['2026-11-20'] },
    reason: 'Fri 20 Nov is a blocked date',
    until: '2026-11-21T15:00:00Z',
    nextEligibleAt: '2026-11-21T15:00:00Z',
  },
  {
    name: 'it is a holiday',
    gate: 'blocked_date',
    holidays: { '2026-11-20': 'Founders Day' },
    reason: 'Fri 20 Nov is a holiday: Founders Day',
    until: '2026-11-21T15:00:00Z',
    nextEligibleAt: '2026-11-21T15:00:00Z',
  },
  {
    name: 'the window began on a holiday',
    gate: 'blocked_date',
    config: {
      weekly: {
        thursday: [{ start: '20:00', end: '14:00' }],
        friday: [{ start: '16:00', end: '18:00' }],
      },
    },
    holidays: { '2026-11-19': 'Founders Day' },
    reason: 'The window began on Thu 19 Nov, a holiday: Founders Day',
    until: '2026-11-20T21:00:00Z',
    nextEligibleAt: '2026-11-20T21:00:00Z',
  },
  {
    name: 'it is too early for the customer',
    gate: 'quiet_hours',
    facts: { customerZones: ['America/Los_Angeles'] },
    now: '2026-11-20T15:30:00Z',
    reason: 'It is 07:30 in Los Angeles, where the customer is; quiet until today 11:00',
    until: '2026-11-20T16:00:00Z',
    nextEligibleAt: '2026-11-20T16:00:00Z',
  },
  {
    name: 'it is too early in one of two zones',
    gate: 'quiet_hours',
    facts: { customerZones: ['America/New_York', 'America/Denver'] },
    now: '2026-11-20T15:00:00Z',
    config: { quietHours: { start: '21:00', end: '09:00' } },
    reason: 'It is 08:00 in Denver, where the customer may be; quiet until today 11:00',
    until: '2026-11-20T16:00:00Z',
    nextEligibleAt: '2026-11-20T16:00:00Z',
  },
  {
    name: 'another call went to this number lately',
    gate: 'recent_call',
    facts: { lastPlacedToNumberAt: at('2026-10-24T17:00:00Z') },
    reason: 'The number was called Sat 24 Oct 13:00; again from Monday 12:00',
    until: '2026-11-23T17:00:00Z',
    nextEligibleAt: '2026-11-23T17:00:00Z',
  },
  {
    name: 'all lines are in use',
    gate: 'active_calls',
    facts: { activeCalls: 3 },
    reason: '3 of 3 calls at a time are active',
  },
  {
    name: 'the minute is full',
    gate: 'calls_per_minute',
    facts: { placedLastMinute: 10, minuteFreesAt: at('2026-11-20T17:00:12Z') },
    reason: '10 of 10 calls placed in the last minute',
    until: '2026-11-20T17:00:12Z',
    nextEligibleAt: '2026-11-20T17:00:12Z',
  },
]

describe('one closed gate holds a call', () => {
  it.each(closedGates)('$gate: $name', (example) => {
    const result = judge(example)
    const closed = result.gates.filter(({ pass }) => !pass)
    expect(closed.map(({ name, reason }) => ({ name, reason }))).toEqual([
      { name: example.gate, reason: example.reason },
    ])
    expect(closed[0]?.until?.toString()).toBe(example.until)
    expect(result.eligible).toBe(false)
    expect(result.nextEligibleAt?.toString()).toBe(example.nextEligibleAt)
  })

  it('covers every gate but those that close together', () => {
    const covered = new Set<GateName>(closedGates.map(({ gate }) => gate))
    const others = GATE_NAMES.filter((name) => !covered.has(name))
    expect(others).toEqual(['call_status', 'customer_time_zone'])
  })
})
