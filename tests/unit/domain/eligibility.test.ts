import { describe, expect, it } from 'vitest'
import { callStatuses } from '../../../src/server/domain/call-status.ts'
import { eligibility } from '../../../src/server/domain/eligibility.ts'
import {
  type CallingFacts,
  type CallToJudge,
  GATE_NAMES,
  type GateName,
} from '../../../src/server/domain/gate.ts'
import type { ScheduleConfigInput } from '../../../src/server/domain/schedule-config.schema.ts'
import { aCall, at, calendarWith, FRIDAY_NOON, factsWith } from '../../support/calling-facts.ts'

type Example = {
  name: string
  gate: GateName
  call?: Partial<CallToJudge>
  facts?: Partial<CallingFacts>
  config?: ScheduleConfigInput
  holidays?: Record<string, string>
  now?: string
  reason: string
  until?: string
  nextEligibleAt?: string
}

function judge({ call, facts, config, holidays, now }: Omit<Example, 'name' | 'gate' | 'reason'>) {
  const calendar = calendarWith(config, holidays)
  return eligibility(aCall(call), factsWith({ calendar, ...facts }), now ? at(now) : FRIDAY_NOON)
}

const campaign = { name: 'Winter check', isPaused: false, startsAt: null, endsAt: null }
const aroundTheClock = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [
    day,
    [{ start: '00:00', end: '24:00' }],
  ]),
)

const closedGates: Example[] = [
  {
    name: 'calling is paused',
    gate: 'paused',
    config: { paused: true },
    reason: 'Calling is paused',
  },
  {
    name: 'calling paused itself',
    gate: 'paused',
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

describe('a call that every gate lets through', () => {
  it('is eligible now, with a reason from each gate in order', () => {
    const result = judge({})
    expect(result.eligible).toBe(true)
    expect(result.nextEligibleAt).toBe(FRIDAY_NOON)
    expect(result.gates.map(({ name }) => name)).toEqual(GATE_NAMES)
    expect(result.gates.map(({ reason }) => reason)).toEqual([
      'Calling is on',
      'Not part of a campaign',
      'Ready to be called',
      'Attempt 1 of 4',
      'The number is not on the do-not-call list',
      'The customer is in America/New_York',
      'Due since today 10:00',
      'The 2 h after the service are over',
      'Expires Fri 27 Nov 08:00',
      'Open until today 18:00',
      'Fri 20 Nov is not blocked',
      "Outside the customer's quiet hours 21:00–08:00",
      'No other call was placed to this number',
      '0 of 3 calls at a time are active',
      '0 of 10 calls placed in the last minute',
    ])
  })
})

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

describe('the status of a call', () => {
  it.each(callStatuses)('%s with a planned time', (status) => {
    const canBePlaced = ['ready', 'missed', 'failed'].includes(status)
    expect(judge({ call: { status } }).eligible).toBe(canBePlaced)
  })

  it.each(['missed', 'failed'] as const)('%s without one is final', (status) => {
    const { gates, nextEligibleAt } = judge({ call: { status, dueAt: null } })
    expect(gates.find(({ name }) => name === 'call_status')).toEqual({
      name: 'call_status',
      pass: false,
      reason: `The last attempt was ${status} and no other is planned`,
    })
    expect(nextEligibleAt).toBeNull()
  })
})

describe('an unknown time zone', () => {
  it('holds the call with its reason', () => {
    const { gates, eligible, nextEligibleAt } = judge({ facts: { customerZones: [] } })
    const closed = gates.filter(({ pass }) => !pass).map(({ reason }) => reason)
    expect(closed).toEqual([
      'No time zone is known; held until one is set',
      'Cannot be checked without a time zone',
    ])
    expect(eligible).toBe(false)
    expect(nextEligibleAt).toBeNull()
  })
})

describe('the next eligible instant', () => {
  it('comes when the last of several gates has opened', () => {
    const { nextEligibleAt } = judge({
      call: { dueAt: at('2026-11-22T03:00:00Z'), expiresAt: at('2026-11-30T15:00:00Z') },
      facts: {
        customerZones: ['America/Los_Angeles'],
        lastPlacedToNumberAt: at('2026-10-26T12:30:00Z'),
      },
      holidays: { '2026-11-25': 'Founders Day' },
      now: '2026-11-21T22:00:00Z',
    })
    // Free again on Wednesday, which is a holiday; on Thursday Los Angeles sleeps until 11:00.
    expect(nextEligibleAt?.toString()).toBe('2026-11-26T16:00:00Z')
  })

  it('is none where the call expires before, or at, the next opening', () => {
    const expiresAt = at('2026-11-23T14:00:00Z')
    const now = '2026-11-21T20:00:00Z'
    expect(judge({ call: { expiresAt }, now }).nextEligibleAt).toBeNull()
    const later = expiresAt.add({ milliseconds: 1 })
    expect(judge({ call: { expiresAt: later }, now }).nextEligibleAt).toEqual(expiresAt)
  })

  it('is none where the campaign ends before it', () => {
    const ending = { ...campaign, endsAt: at('2026-11-23T05:00:00Z') }
    const now = '2026-11-21T20:00:00Z'
    expect(judge({ call: { campaign: ending }, now }).nextEligibleAt).toBeNull()
  })
})

describe('a call that a manager allowed outside the windows', () => {
  const call = { isAllowedOutsideWindows: true }

  it('may be placed on a Sunday and on a holiday', () => {
    const now = '2026-11-22T17:00:00Z'
    expect(judge({ call, now, holidays: { '2026-11-22': 'Founders Day' } }).eligible).toBe(true)
  })

  it('is kept by quiet hours and goes when they end, window or not', () => {
    const { eligible, nextEligibleAt } = judge({ call, now: '2026-11-22T10:00:00Z' })
    expect(eligible).toBe(false)
    expect(nextEligibleAt?.toString()).toBe('2026-11-22T13:00:00Z')
  })

  it('is kept by the do-not-call list', () => {
    expect(judge({ call, facts: { isOnDoNotCall: true } }).eligible).toBe(false)
  })
})

describe('a demo call', () => {
  const sundayNight = {
    call: { isDemo: true, dueAt: null, serviceCompletedAt: at('2026-11-23T04:00:00Z') },
    facts: { customerZones: [], lastPlacedToNumberAt: at('2026-11-23T04:00:00Z') },
    now: '2026-11-23T04:30:00Z',
  }

  it('runs at any hour, without a zone, as often as one likes', () => {
    expect(judge(sundayNight).eligible).toBe(true)
  })

  it.each([
    ['a pause', { config: { paused: true } }],
    ['its status', { call: { ...sundayNight.call, status: 'completed' as const } }],
    ['the do-not-call list', { facts: { isOnDoNotCall: true } }],
    ['the limit of active calls', { facts: { activeCalls: 3 } }],
  ])('is held by %s', (_, overrides) => {
    expect(judge({ ...sundayNight, ...overrides }).eligible).toBe(false)
  })
})

describe('a schedule that is always open', () => {
  it('says so', () => {
    const { gates } = judge({ config: { weekly: aroundTheClock } })
    expect(gates.find(({ name }) => name === 'calling_window')?.reason).toBe('Always open')
  })
})
