import { expect, it } from 'vitest'
import { replanCall } from '../../../src/server/domain/replan-call.ts'
import type { ScheduleConfigInput } from '../../../src/server/domain/schedule-config.schema.ts'
import { aCall, at, calendarWith, FRIDAY_NOON, factsWith } from '../../support/calling-facts.ts'

const wide: ScheduleConfigInput = { weekly: { friday: [{ start: '08:00', end: '20:00' }] } }
const late: ScheduleConfigInput = { weekly: { friday: [{ start: '14:00', end: '20:00' }] } }
const monday: ScheduleConfigInput = { weekly: { monday: [{ start: '09:00', end: '18:00' }] } }

type Example = {
  name: string
  config?: ScheduleConfigInput
  call?: Parameters<typeof aCall>[0]
  dueAt?: string
  notBefore?: string | null
  heldReason?: string
  /** When the last attempt ended. */
  endTime?: string
  facts?: Parameters<typeof factsWith>[0]
  event: object | null
}

const examples: Example[] = [
  {
    name: 'put off to Monday, wished for this morning: widened hours let it out now',
    config: wide,
    dueAt: '2026-11-23T14:00:00Z',
    notBefore: '2026-11-20T15:00:00Z',
    event: { type: 'replanned', dueAt: FRIDAY_NOON },
  },
  {
    name: 'wished for 15:00: widened hours move it no earlier than that',
    config: wide,
    dueAt: '2026-11-23T14:00:00Z',
    notBefore: '2026-11-20T20:00:00Z',
    event: { type: 'replanned', dueAt: at('2026-11-20T20:00:00Z') },
  },
  {
    name: 'narrowed hours move it to the next start',
    config: late,
    event: { type: 'replanned', dueAt: at('2026-11-20T19:00:00Z') },
  },
  { name: 'due and allowed stays as it is', config: wide, event: null },
  {
    name: 'put off to where it would be put off to stays as it is',
    config: late,
    dueAt: '2026-11-20T19:00:00Z',
    notBefore: '2026-11-20T15:00:00Z',
    event: null,
  },
  {
    name: 'one of which only the due time is known is planned from there',
    config: monday,
    dueAt: '2026-11-21T15:00:00Z',
    notBefore: null,
    event: { type: 'replanned', dueAt: at('2026-11-23T14:00:00Z') },
  },
  {
    name: 'a shorter delay after service counts at once',
    config: { ...wide, delayAfterServiceMinutes: 30 },
    call: { serviceCompletedAt: at('2026-11-20T16:45:00Z') },
    dueAt: '2026-11-20T18:45:00Z',
    notBefore: '2026-11-20T16:45:00Z',
    event: { type: 'replanned', dueAt: at('2026-11-20T17:15:00Z') },
  },
  {
    name: 'without a window before the expiry it is held',
    config: monday,
    call: { expiresAt: at('2026-11-21T15:00:00Z') },
    event: {
      type: 'held',
      reason: 'Closed until Mon 23 Nov 09:00. Expires Sat 21 Nov 10:00',
    },
  },
  {
    name: 'what held it is gone',
    config: wide,
    heldReason: 'Closed until Mon 23 Nov 09:00. Expires Sat 21 Nov 10:00',
    event: { type: 'released' },
  },
  {
    name: 'fewer attempts hold one that has used them',
    config: { ...wide, maxAttempts: 2 },
    call: { status: 'missed', attemptCount: 2 },
    event: { type: 'held', reason: 'All 2 attempts are used' },
  },
  {
    name: 'held for the same reason is not told again',
    config: { ...wide, maxAttempts: 2 },
    call: { status: 'missed', attemptCount: 2 },
    heldReason: 'All 2 attempts are used',
    event: null,
  },
  {
    name: 'a pause and full lines end without a new plan',
    config: { ...wide, paused: true, maxActiveCalls: 1, maxPerMinute: 1 },
    facts: { activeCalls: 1, placedLastMinute: 1 },
    event: null,
  },
  {
    name: 'a pause does not hide that the hours changed',
    config: { ...late, paused: true },
    event: { type: 'replanned', dueAt: at('2026-11-20T19:00:00Z') },
  },
  {
    name: 'expired meanwhile',
    call: { expiresAt: at('2026-11-20T16:00:00Z') },
    event: { type: 'expired' },
  },
  { name: 'on the do-not-call list', facts: { isOnDoNotCall: true }, event: { type: 'opted_out' } },
  {
    name: 'a shorter delay moves a retry that is set already',
    config: { retry: { busy: [60, 90] } },
    dueAt: '2026-11-20T19:00:00Z',
    call: { status: 'missed', outcome: 'busy', attemptCount: 2 },
    endTime: '2026-11-20T16:45:00Z',
    event: {
      type: 'replanned',
      dueAt: at('2026-11-20T18:15:00Z'),
      wishedAt: at('2026-11-20T18:15:00Z'),
    },
  },
  {
    name: 'a longer delay moves it too, and its next window counts',
    config: { retry: { busy: [480] } },
    dueAt: '2026-11-20T17:15:00Z',
    call: { status: 'missed', outcome: 'busy', attemptCount: 1 },
    endTime: '2026-11-20T16:45:00Z',
    event: {
      type: 'replanned',
      dueAt: at('2026-11-21T15:00:00Z'),
      wishedAt: at('2026-11-21T00:45:00Z'),
    },
  },
  {
    name: 'a retry that the schedule makes no more is held, and can come back',
    config: { retry: { busy: [] } },
    dueAt: '2026-11-20T17:15:00Z',
    call: { status: 'missed', outcome: 'busy', attemptCount: 1 },
    endTime: '2026-11-20T16:45:00Z',
    event: { type: 'held', reason: 'The schedule makes no other try after busy' },
  },
  {
    name: 'an attempt that a person asked for waits for nobody’s delay',
    config: { retry: { busy: [480] } },
    dueAt: '2026-11-20T17:15:00Z',
    call: { status: 'ready', outcome: 'busy', attemptCount: 1, isAskedFor: true },
    endTime: '2026-11-20T16:45:00Z',
    event: null,
  },
  { name: 'not planned at all', call: { dueAt: null }, event: null },
]

it.each(examples)('$name', ({ config, facts, event, ...example }) => {
  const { dueAt, notBefore, endTime, heldReason = null } = example
  const call = aCall({ ...(dueAt && { dueAt: at(dueAt) }), ...example.call })
  const wish = notBefore ? at(notBefore) : notBefore === null ? null : call.dueAt
  expect(
    replanCall({
      call: { ...call, notBefore: wish, heldReason, endTime: endTime ? at(endTime) : null },
      facts: factsWith({ calendar: calendarWith(config), ...facts }),
      now: FRIDAY_NOON,
    }),
  ).toEqual(event)
})
