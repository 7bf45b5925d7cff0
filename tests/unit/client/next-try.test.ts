import { describe, expect, it } from 'vitest'
import { nextTryOf } from '../../../src/client/features/calls/next-try.ts'

const place = {
  timeZone: 'America/New_York',
  nowMs: Date.parse('2026-11-20T17:30:00Z'),
  locale: 'en-GB',
}
const waiting = {
  status: 'ready',
  outcome: null,
  dueAt: '2026-11-20T20:20:00.000Z',
  heldReason: null,
  attemptCount: 0,
} as const

describe('what happens to a call next, in words', () => {
  it.each([
    ['first try', {}, 'First try today 15:20'],
    ['retry', { status: 'missed', outcome: 'busy', attemptCount: 1 }, 'Next try today 15:20'],
    ['sent back', { attemptCount: 2 }, 'Next try today 15:20'],
    ['another day', { dueAt: '2026-11-23T14:00:00.000Z' }, 'Waits for Monday 09:00'],
    [
      'tomorrow',
      { status: 'missed', dueAt: '2026-11-21T14:00:00.000Z' },
      'Waits for tomorrow 09:00',
    ],
    ['due', { dueAt: '2026-11-20T17:30:00.000Z' }, 'Due now'],
    ['used up', { status: 'missed', outcome: 'busy', dueAt: null }, 'No attempts left'],
    ['expired', { status: 'missed', outcome: 'expired', dueAt: null }, 'Too late to call'],
    [
      'bad number',
      { status: 'failed', outcome: 'invalid_number', dueAt: null },
      'Number not in use',
    ],
    ['canceled', { status: 'canceled', outcome: 'canceled', dueAt: null }, 'Not called again'],
    ['live', { status: 'ringing', dueAt: null }, 'On the line now'],
  ] as const)('%s', (_, change, words) => {
    expect(nextTryOf({ ...waiting, ...change }, place, false)).toEqual({ words, isHeld: false })
  })

  it.each([
    ['held until', { heldReason: 'Quiet until today 17:00' }, 'Held: Quiet until today 17:00'],
    ['held', { heldReason: 'No time zone is known' }, 'Held: No time zone is known'],
    [
      'in doubt',
      { status: 'unknown', outcome: 'unknown', dueAt: null },
      'Waits for your judgement',
    ],
  ] as const)('%s: waits for a person', (_, change, words) => {
    expect(nextTryOf({ ...waiting, ...change }, place, false)).toEqual({ words, isHeld: true })
  })

  it.each([
    ['due', {}, { words: 'Waits: calling is paused', isHeld: true }],
    [
      'later',
      { dueAt: '2026-11-20T20:20:00.000Z' },
      { words: 'First try today 15:20', isHeld: false },
    ],
  ] as const)('while calling is paused: %s', (_, change, expected) => {
    const due = { ...waiting, dueAt: '2026-11-20T17:30:00.000Z' }
    expect(nextTryOf({ ...due, ...change }, place, true)).toEqual(expected)
  })
})
