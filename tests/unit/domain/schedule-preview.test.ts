import { describe, expect, it } from 'vitest'
import type { ScheduleConfigInput } from '../../../src/server/domain/schedule-config.schema.ts'
import { type CallToPreview, previewSchedule } from '../../../src/server/domain/schedule-preview.ts'
import { aCall, calendarWith, FRIDAY_NOON } from '../../support/calling-facts.ts'

const nowMs = FRIDAY_NOON.epochMilliseconds
const MINUTE_MS = 60_000

/** A busy call's retry, by the usual schedule due 15 minutes from now, which is planned at `dueMs`. */
const retryPlannedAt = (dueMs: number, overrides: Partial<CallToPreview> = {}): CallToPreview => ({
  id: 'one',
  phoneNumber: '+14695550119',
  campaignId: null,
  dueMs,
  isHeld: false,
  call: aCall({ status: 'missed', outcome: 'busy', attemptCount: 1 }),
  endedMs: nowMs,
  notBeforeMs: dueMs,
  customerZones: ['America/New_York'],
  isInvented: false,
  isOnDoNotCall: false,
  lastPlacedToNumberMs: null,
  ...overrides,
})

function preview(call: CallToPreview, config: ScheduleConfigInput = {}) {
  const run = previewSchedule({
    nowMs,
    calls: [call],
    active: [],
    placedMs: [],
    callSec: 90,
    isAutoPaused: false,
    current: () => calendarWith(),
    candidate: () => calendarWith(config),
  })
  let step = run.next()
  while (!step.done) step = run.next()
  return step.value.calls[0]
}

it.each([
  ['a minute', MINUTE_MS, 'earlier'],
  ['less than a minute, which nobody would notice', MINUTE_MS - 1, 'same'],
  ['nothing', 0, 'same'],
  ['minus a minute', -MINUTE_MS, 'later'],
] as const)('a call that moves by %s', (_, laterMs, move) => {
  expect(preview(retryPlannedAt(nowMs + 15 * MINUTE_MS + laterMs))?.move).toBe(move)
})

describe('a retry whose delay grows beyond its expiry', () => {
  const call = aCall({
    status: 'missed',
    outcome: 'busy',
    attemptCount: 1,
    expiresAt: FRIDAY_NOON.add({ minutes: 20 }),
  })
  const config = { retry: { busy: [60] } }

  it('is not placed by the plan it had', () => {
    expect(preview(retryPlannedAt(nowMs, { call }), config)).toMatchObject({
      before: { kind: 'placed', atMs: nowMs },
      after: { kind: 'expires' },
      move: 'lost',
    })
  })

  it('is held by a schedule in force, and placed where that is taken back', () => {
    const waiting = retryPlannedAt(nowMs, { call, isHeld: true })
    const atMs = nowMs + 15 * MINUTE_MS
    expect(preview(waiting)).toMatchObject({ before: { kind: 'placed', atMs }, move: 'same' })
  })
})
