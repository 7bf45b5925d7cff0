import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  attemptOutcomes,
  type CallEvent,
  type CallEventType,
  type CallState,
  type CallStatus,
  callOutcomes,
  callStatuses,
  callTabs,
  isLive,
  legalFrom,
  statusesOfTab,
  tabOf,
  transition,
} from '../../../src/server/domain/call-status.ts'

const now = Temporal.Instant.from('2026-11-20T22:30:00Z')
const later = now.add({ hours: 2 })
const wished = now.add({ hours: 1 })

const callIn = (status: CallStatus, overrides: Partial<CallState> = {}): CallState => ({
  status,
  outcome: null,
  dueAt: now,
  notBefore: now,
  heldReason: null,
  isAllowedOutsideWindows: false,
  scheduledTime: null,
  startTime: null,
  endTime: null,
  durationSec: null,
  attemptCount: 1,
  ...overrides,
})

const events: Record<CallEventType, CallEvent> = {
  attempt_claimed: { type: 'attempt_claimed' },
  ringing: { type: 'ringing' },
  answered: { type: 'answered' },
  attempt_ended: {
    type: 'attempt_ended',
    outcome: 'busy',
    talkSec: null,
    retryAt: later,
    retryWishedAt: wished,
  },
  contact_lost: { type: 'contact_lost' },
  contact_regained: { type: 'contact_regained', status: 'in_progress' },
  attempt_withdrawn: {
    type: 'attempt_withdrawn',
    resumesAt: now,
    cleared: { startTime: wished, isAllowedOutsideWindows: true },
  },
  judged_as_rung: { type: 'judged_as_rung' },
  deferred: { type: 'deferred', dueAt: later },
  replanned: { type: 'replanned', dueAt: later },
  held: { type: 'held', reason: 'No time zone' },
  released: { type: 'released' },
  rescheduled: { type: 'rescheduled', dueAt: later },
  retried: { type: 'retried', dueAt: later },
  expired: { type: 'expired' },
  opted_out: { type: 'opted_out' },
  covered: { type: 'covered' },
  canceled: { type: 'canceled' },
  restored: {
    type: 'restored',
    plan: {
      status: 'missed',
      outcome: 'busy',
      dueAt: later,
      notBefore: wished,
      heldReason: null,
      isAllowedOutsideWindows: false,
      scheduledTime: null,
    },
  },
}

/** The whole table, written out by hand: the status after each legal move. */
const moves: [CallStatus, CallEventType, CallStatus][] = [
  ['ready', 'attempt_claimed', 'placing'],
  ['ready', 'deferred', 'ready'],
  ['ready', 'replanned', 'ready'],
  ['ready', 'held', 'ready'],
  ['ready', 'released', 'ready'],
  ['ready', 'rescheduled', 'ready'],
  ['ready', 'expired', 'missed'],
  ['ready', 'opted_out', 'canceled'],
  ['ready', 'covered', 'canceled'],
  ['ready', 'canceled', 'canceled'],
  ['ready', 'restored', 'missed'],
  ['placing', 'ringing', 'ringing'],
  ['placing', 'answered', 'in_progress'],
  ['placing', 'attempt_ended', 'missed'],
  ['placing', 'contact_lost', 'unknown'],
  ['placing', 'attempt_withdrawn', 'ready'],
  ['placing', 'opted_out', 'canceled'],
  ['ringing', 'answered', 'in_progress'],
  ['ringing', 'attempt_ended', 'missed'],
  ['ringing', 'contact_lost', 'unknown'],
  ['in_progress', 'attempt_ended', 'missed'],
  ['in_progress', 'contact_lost', 'unknown'],
  ['missed', 'attempt_claimed', 'placing'],
  ['missed', 'deferred', 'missed'],
  ['missed', 'replanned', 'missed'],
  ['missed', 'held', 'missed'],
  ['missed', 'released', 'missed'],
  ['missed', 'rescheduled', 'ready'],
  ['missed', 'retried', 'ready'],
  ['missed', 'expired', 'missed'],
  ['missed', 'opted_out', 'canceled'],
  ['missed', 'covered', 'canceled'],
  ['missed', 'canceled', 'canceled'],
  ['failed', 'attempt_claimed', 'placing'],
  ['failed', 'deferred', 'failed'],
  ['failed', 'replanned', 'failed'],
  ['failed', 'held', 'failed'],
  ['failed', 'released', 'failed'],
  ['failed', 'rescheduled', 'ready'],
  ['failed', 'retried', 'ready'],
  ['failed', 'expired', 'missed'],
  ['failed', 'opted_out', 'canceled'],
  ['failed', 'covered', 'canceled'],
  ['failed', 'canceled', 'canceled'],
  ['unknown', 'attempt_ended', 'missed'],
  ['unknown', 'contact_regained', 'in_progress'],
  ['unknown', 'judged_as_rung', 'missed'],
  ['unknown', 'rescheduled', 'ready'],
  ['unknown', 'retried', 'ready'],
  ['unknown', 'canceled', 'canceled'],
  ['canceled', 'rescheduled', 'ready'],
  ['canceled', 'retried', 'ready'],
  ['canceled', 'restored', 'missed'],
]
const isListed = (status: CallStatus, type: CallEventType) =>
  moves.some(([from, event]) => from === status && event === type)

describe('legal moves', () => {
  it.each(moves)('%s, %s → %s', (status, type, expected) => {
    const result = transition(callIn(status), events[type], now)
    expect(result.ok && { ...callIn(status), ...result.patch }.status).toBe(expected)
  })

  const illegal = callStatuses.flatMap((status) =>
    (Object.keys(events) as CallEventType[])
      .filter((type) => !isListed(status, type))
      .map((type) => [status, type] as const),
  )
  it.each(illegal)('refuses %s, %s and says why', (status, type) => {
    const result = transition(callIn(status), events[type], now)
    expect(result).toEqual({ ok: false, reason: expect.stringMatching(/^A call that is .+\.$/) })
    expect(legalFrom[type]).not.toContain(status)
  })
})

describe('what a move writes', () => {
  it('counts an attempt and forgets how the last one ended', () => {
    const call = callIn('missed', {
      outcome: 'busy',
      endTime: now,
      durationSec: 3,
      attemptCount: 2,
    })
    expect(transition(call, events.attempt_claimed, later)).toEqual({
      ok: true,
      patch: {
        status: 'placing',
        outcome: null,
        dueAt: null,
        notBefore: null,
        heldReason: null,
        isAllowedOutsideWindows: false,
        startTime: later,
        endTime: null,
        durationSec: null,
        attemptCount: 3,
      },
    })
  })

  const endings: [string, CallStatus][] = [
    ['answered', 'completed'],
    ['opted_out', 'completed'],
    ['no_answer', 'missed'],
    ['busy', 'missed'],
    ['voicemail', 'missed'],
    ['rejected', 'missed'],
    ['invalid_number', 'failed'],
    ['provider_error', 'failed'],
  ]
  it.each(endings)('an attempt that ends as %s leaves the call %s', (outcome, status) => {
    const known = attemptOutcomes.find((word) => word === outcome)
    expect(known).toBeDefined()
    const ended = { outcome: known ?? 'busy', retryAt: later, retryWishedAt: wished, talkSec: 41 }
    const result = transition(callIn('in_progress'), { type: 'attempt_ended', ...ended }, now)
    expect(result).toEqual({
      ok: true,
      patch: { status, outcome, dueAt: later, notBefore: wished, endTime: now, durationSec: 41 },
    })
  })

  const needDue: CallEventType[] = ['attempt_claimed', 'deferred', 'replanned', 'held', 'expired']
  it.each(needDue)('without a next attempt nothing is %s', (type) => {
    const result = transition(callIn('missed', { dueAt: null }), events[type], now)
    expect(result).toMatchObject({
      ok: false,
      reason: expect.stringContaining('without a next attempt'),
    })
  })
})

describe('the earliest instant wished for', () => {
  const waiting = callIn('ready', { dueAt: later, notBefore: wished, heldReason: 'No time zone' })
  const callAfter = (type: CallEventType) => {
    const result = transition(waiting, events[type], now)
    return result.ok ? { ...waiting, ...result.patch } : null
  }

  it.each(['deferred', 'replanned', 'held', 'released'] as const)('outlives being %s', (type) => {
    expect(callAfter(type)?.notBefore).toEqual(wished)
  })

  it('is what a person chose', () => {
    const chosen = { dueAt: later, notBefore: later, heldReason: null }
    expect(callAfter('rescheduled')).toMatchObject(chosen)
  })

  it('is let go by a new plan together with the reason for holding', () => {
    expect(callAfter('replanned')).toMatchObject({ dueAt: later, heldReason: null })
  })

  it('is gone after a last attempt', () => {
    const ended = { outcome: 'busy', retryAt: null, retryWishedAt: wished, talkSec: null } as const
    const result = transition(callIn('ringing'), { type: 'attempt_ended', ...ended }, now)
    expect(result).toMatchObject({ ok: true, patch: { dueAt: null, notBefore: null } })
  })
})

describe('any history of events', () => {
  it('ends in at most one final state and never moves back while a line is open', () => {
    const rank = { placing: 1, ringing: 2, in_progress: 3 } as const
    const anyEvent = fc.constantFrom(...Object.values(events))
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (history) => {
        let call = callIn('ready', { attemptCount: 0 })
        for (const event of history) {
          const result = transition(call, event, now)
          if (!result.ok) continue
          const next = { ...call, ...result.patch }
          if (isLive(call.status) && isLive(next.status)) {
            expect(rank[next.status]).toBeGreaterThan(rank[call.status])
          }
          if (call.status === 'completed') throw new Error('completed is final')
          if (next.dueAt === null) expect(next.notBefore).toBeNull()
          call = next
        }
        const claims = call.attemptCount
        expect(claims).toBeLessThanOrEqual(history.length)
      }),
      { numRuns: 500 },
    )
  })
})

describe('tabs', () => {
  it('shows every status in at most one tab, and only canceled in none', () => {
    for (const status of callStatuses) {
      const tabs = callTabs.filter((tab) => statusesOfTab[tab].includes(status))
      expect(tabs).toHaveLength(status === 'canceled' ? 0 : 1)
      expect(tabOf(status)).toBe(tabs[0] ?? null)
    }
  })

  it('knows no outcome that an attempt gives and the database refuses', () => {
    for (const outcome of attemptOutcomes) expect(callOutcomes).toContain(outcome)
  })
})
