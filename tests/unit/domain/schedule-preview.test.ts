import { expect, it } from 'vitest'
import { previewSchedule } from '../../../src/server/domain/schedule-preview.ts'
import { aCall, calendarWith, FRIDAY_NOON } from '../../support/calling-facts.ts'

const nowMs = FRIDAY_NOON.epochMilliseconds
const MINUTE_MS = 60_000

/** What the usual schedule makes of a retry that is planned so long after its delay of 15 minutes. */
function moveOfRetryPlanned(laterMs: number) {
  const dueMs = nowMs + 15 * MINUTE_MS + laterMs
  const call = {
    ...{ id: 'one', phoneNumber: '+14695550119', campaignId: null, dueMs },
    ...{ call: aCall({ status: 'missed', outcome: 'busy', attemptCount: 1 }), endedMs: nowMs },
    ...{ notBeforeMs: dueMs, customerZones: ['America/New_York'] },
    ...{ isOnDoNotCall: false, lastPlacedToNumberMs: null },
  }
  const calendar = calendarWith()
  const run = previewSchedule({
    ...{ nowMs, calls: [call], active: [], placedMs: [], callSec: 90, isAutoPaused: false },
    ...{ current: () => calendar, candidate: () => calendar },
  })
  let step = run.next()
  while (!step.done) step = run.next()
  return step.value.calls[0]?.move
}

it.each([
  ['a minute', MINUTE_MS, 'earlier'],
  ['less than a minute, which nobody would notice', MINUTE_MS - 1, 'same'],
  ['nothing', 0, 'same'],
  ['minus a minute', -MINUTE_MS, 'later'],
] as const)('a call that moves by %s', (_, laterMs, move) => {
  expect(moveOfRetryPlanned(laterMs)).toBe(move)
})
