import { describe, expect, it } from 'vitest'
import type { CallOutcome } from '../../../src/server/domain/call-status.ts'
import { type EndedAttempt, nextAttempt } from '../../../src/server/domain/retry-policy.ts'
import { at, calendarWith } from '../../support/calling-facts.ts'

/** By default an unanswered first attempt that ended on Thursday at 12:00 in New York. */
const ended = (overrides: Partial<EndedAttempt> = {}): EndedAttempt => ({
  outcome: 'no_answer',
  attemptNumber: 1,
  endedAt: at('2026-11-19T17:00:00Z'),
  expiresAt: at('2026-12-19T17:00:00Z'),
  calendar: calendarWith({ maxAttempts: 5 }),
  customerZones: ['America/New_York'],
  ...overrides,
})

const lateWeek = calendarWith({ weekly: { monday: [{ start: '09:00', end: '18:00' }] } })

const examples: { name: string; given: EndedAttempt; retryAt: string | null; reason: string }[] = [
  {
    name: 'waits for the first delay',
    given: ended(),
    retryAt: '2026-11-19T19:00:00Z',
    reason: 'No answer: next try today 14:00',
  },
  {
    name: '17:00 plus 2 h with windows to 18:00 becomes the start of the next day',
    given: ended({ endedAt: at('2026-11-19T22:00:00Z') }),
    retryAt: '2026-11-20T14:00:00Z',
    reason: 'No answer: next try tomorrow 09:00, as today 19:00 is outside calling hours',
  },
  {
    name: '16:00 plus 2 h is the end of the window, which is outside it',
    given: ended({ endedAt: at('2026-11-19T21:00:00Z') }),
    retryAt: '2026-11-20T14:00:00Z',
    reason: 'No answer: next try tomorrow 09:00, as today 18:00 is outside calling hours',
  },
  {
    name: 'moves in local time across a clock change',
    given: ended({ endedAt: at('2026-10-31T17:30:00Z') }),
    retryAt: '2026-11-02T14:00:00Z',
    reason: 'No answer: next try Monday 09:00, as today 15:30 is outside calling hours',
  },
  {
    name: "moves past the customer's quiet hours",
    given: ended({ endedAt: at('2026-11-19T23:30:00Z'), customerZones: ['America/Los_Angeles'] }),
    retryAt: '2026-11-20T16:00:00Z',
    reason: 'No answer: next try tomorrow 11:00, as today 20:30 is outside calling hours',
  },
  {
    name: 'takes the second delay after the second attempt',
    given: ended({ attemptNumber: 2, outcome: 'busy' }),
    retryAt: '2026-11-19T19:00:00Z',
    reason: 'Busy: next try today 14:00',
  },
  {
    name: 'repeats the last delay where the list is shorter',
    given: ended({ attemptNumber: 4, outcome: 'rejected' }),
    retryAt: '2026-11-21T17:00:00Z',
    reason: 'Rejected: next try Saturday 12:00',
  },
  {
    name: 'gives up when attempts are used',
    given: ended({ attemptNumber: 5 }),
    retryAt: null,
    reason: 'No answer: no attempts left after 5 of 5',
  },
  {
    name: 'gives up where the schedule lists no delay',
    given: ended({ outcome: 'rejected', calendar: calendarWith({ retry: { rejected: [] } }) }),
    retryAt: null,
    reason: 'Rejected: the schedule sets no retry',
  },
  {
    name: 'gives up when the next opening comes at the expiry or after it',
    given: ended({ calendar: lateWeek, expiresAt: at('2026-11-23T14:00:00Z') }),
    retryAt: null,
    reason: 'No answer: the next try Mon 23 Nov 09:00 would be after the expiry Mon 23 Nov 09:00',
  },
  {
    name: 'gives up when the campaign is over before the next try',
    given: ended({ calendar: lateWeek, campaignEndsAt: at('2026-11-22T05:00:00Z') }),
    retryAt: null,
    reason:
      'No answer: the next try Mon 23 Nov 09:00 would be after the end of the campaign Sun 22 Nov 00:00',
  },
  {
    name: 'names the expiry where it comes before the end of the campaign',
    given: ended({
      calendar: lateWeek,
      expiresAt: at('2026-11-21T05:00:00Z'),
      campaignEndsAt: at('2026-11-22T05:00:00Z'),
    }),
    retryAt: null,
    reason: 'No answer: the next try Mon 23 Nov 09:00 would be after the expiry Sat 21 Nov 00:00',
  },
  {
    name: 'is made before the end of the campaign',
    given: ended({ campaignEndsAt: at('2026-11-19T19:00:00.001Z') }),
    retryAt: '2026-11-19T19:00:00Z',
    reason: 'No answer: next try today 14:00',
  },
  {
    name: 'goes by the windows alone where no zone is known',
    given: ended({ customerZones: [], endedAt: at('2026-11-19T22:00:00Z') }),
    retryAt: '2026-11-20T14:00:00Z',
    reason: 'No answer: next try tomorrow 09:00, as today 19:00 is outside calling hours',
  },
  {
    name: 'gives up where no window ever opens',
    given: ended({ calendar: calendarWith({ weekly: {} }) }),
    retryAt: null,
    reason: 'No answer: no window opens in the next 400 days',
  },
]

describe('the next attempt', () => {
  it.each(examples)('$name', ({ given, retryAt, reason }) => {
    const decision = nextAttempt(given)
    expect(decision.reason).toBe(reason)
    expect(decision.retryAt?.toString() ?? null).toBe(retryAt)
  })

  const final: CallOutcome[] = [
    'answered',
    'invalid_number',
    'opted_out',
    'expired',
    'canceled',
    'unknown',
  ]
  it.each(final)('never comes by itself after %s', (outcome) => {
    expect(nextAttempt(ended({ outcome })).retryAt).toBeNull()
  })
})
