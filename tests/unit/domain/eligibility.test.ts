import { describe, expect, it } from 'vitest'
import { callStatuses } from '../../../src/server/domain/call-status.ts'
import { GATE_NAMES } from '../../../src/server/domain/gate.ts'
import { at, aCampaign as campaign, FRIDAY_NOON, judge } from '../../support/calling-facts.ts'

const aroundTheClock = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [
    day,
    [{ start: '00:00', end: '24:00' }],
  ]),
)

describe('a call that every gate lets through', () => {
  it('is eligible now, with a reason from each gate in order', () => {
    const result = judge({})
    expect(result.eligible).toBe(true)
    expect(result.nextEligibleAt).toBe(FRIDAY_NOON)
    expect(result.gates.map(({ name }) => name)).toEqual(GATE_NAMES)
    expect(result.gates.map(({ reason }) => reason)).toEqual([
      'Calling is on',
      'Calls get through to the telephone network',
      'Not part of a campaign',
      'Ready to be called',
      'Attempt 1 of 4',
      'The number is not on the do-not-call list',
      'The customer is in the time zone of New York',
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
  const call = { outsideWindowsUntil: at('2026-11-22T18:00:00Z') }

  it('goes by the windows once the leave is over', () => {
    const now = '2026-11-22T18:00:00Z'
    const holidays = { '2026-11-23': 'Founders Day' }
    expect(judge({ call, now, holidays })).toMatchObject({
      eligible: false,
      nextEligibleAt: at('2026-11-24T14:00:00Z'),
    })
  })

  it('goes by the windows where quiet hours outlast the leave', () => {
    const short = { outsideWindowsUntil: at('2026-11-22T13:00:00Z') }
    const { nextEligibleAt } = judge({ call: short, now: '2026-11-22T10:00:00Z' })
    expect(nextEligibleAt?.toString()).toBe('2026-11-23T14:00:00Z')
  })

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
