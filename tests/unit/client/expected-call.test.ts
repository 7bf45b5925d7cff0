import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import type { CallRequest } from '../../../src/client/features/calls/call-actions.ts'
import { actionsFor } from '../../../src/client/features/calls/call-actions.ts'
import { expectedOf } from '../../../src/client/features/calls/expected-call.ts'
import {
  type CallEvent,
  type CallState,
  callStatuses,
  transition,
} from '../../../src/server/domain/call-status.ts'
import { sampleCall } from '../../support/sample-call.ts'

const now = Temporal.Instant.from('2026-11-20T17:30:00Z')
const later = Temporal.Instant.from('2026-11-21T15:00:00Z')
const nowIso = '2026-11-20T17:30:00.000Z'
const laterIso = '2026-11-21T15:00:00.000Z'
const eventOf: Record<CallRequest['name'], CallEvent> = {
  placeNow: { type: 'rescheduled', dueAt: now },
  retry: { type: 'retried', dueAt: now },
  reschedule: { type: 'rescheduled', dueAt: later },
  cancel: { type: 'canceled' },
  judgeRang: { type: 'judged_as_rung' },
  judgeDidNotRing: {
    type: 'attempt_ended',
    outcome: 'provider_error',
    talkSec: null,
    retryAt: null,
    retryWishedAt: null,
  },
}

const rows = callStatuses.flatMap((status) =>
  actionsFor({ status }).map(({ name }) => ({ status, name })),
)
it.each(rows)('expects of $name while $status what the server makes of it', ({ status, name }) => {
  const call = sampleCall({ status, heldReason: 'unknown time zone' })
  const wish = { dueAt: laterIso, outsideWindows: false }
  const request = name === 'reschedule' ? { name, call, wish } : { name, call }
  const state: CallState = {
    status,
    outcome: null,
    dueAt: now,
    notBefore: null,
    heldReason: 'unknown time zone',
    isAllowedOutsideWindows: false,
    scheduledTime: null,
    startTime: null,
    endTime: null,
    durationSec: null,
    attemptCount: 1,
  }
  const moved = transition(state, eventOf[name], now)
  if (!moved.ok) throw new Error(moved.reason)
  const dueAt = moved.patch.dueAt?.toString({ fractionalSecondDigits: 3 }) ?? null
  expect({ ...moved.patch, dueAt }).toMatchObject(expectedOf(request, nowIso))
})
