import { Temporal } from 'temporal-polyfill'
import { createCallingCalendar } from '../../src/server/domain/calling-window.ts'
import {
  type ScheduleConfigInput,
  scheduleConfigSchema,
} from '../../src/server/domain/schedule-config.schema.ts'
import { type CallToPreview, previewSchedule } from '../../src/server/domain/schedule-preview.ts'
import { atMost, type Measurement, round } from '../support/measurement.ts'

const nowMs = Date.parse('2026-11-20T17:00:00Z')
const zones = ['America/New_York', 'America/Chicago', 'America/Los_Angeles', 'Pacific/Honolulu']

/** How long the preview of a changed schedule takes on long queues, both virtual runs included. */
export async function measure(): Promise<Measurement> {
  // The first run pays for compiling.
  runOnce(1000)
  const small = runOnce(10_000)
  const large = runOnce(100_000)
  return {
    name: 'schedule',
    aims: [
      atMost('preview of 10,000 calls', 1, small.seconds, 's'),
      atMost('preview of 100,000 calls', 10, large.seconds, 's'),
    ],
    figures: {
      '10,000: s': round(small.seconds),
      '100,000: s': round(large.seconds),
      '100,000: longest step s': round(large.longestStepSec),
      '100,000: progress messages': large.steps,
      '100,000: calls placed by the candidate': large.placed,
    },
  }
}

function runOnce(count: number) {
  const calls = Array.from({ length: count }, (_, at) => makeCall(at))
  const startedAt = performance.now()
  const current = calendarOf({})
  const candidate = calendarOf({ weekly: { monday: [{ start: '08:00', end: '20:00' }] } })
  const run = previewSchedule({
    ...{ nowMs, calls, active: [], placedMs: [], callSec: 90, isAutoPaused: false },
    current: () => current,
    candidate: () => candidate,
  })
  let longestStepMs = 0
  for (let steps = 0; ; steps += 1) {
    const from = performance.now()
    const step = run.next()
    longestStepMs = Math.max(longestStepMs, performance.now() - from)
    if (!step.done) continue
    return {
      ...{ steps, longestStepSec: longestStepMs / 1000 },
      seconds: (performance.now() - startedAt) / 1000,
      placed: step.value.calls.filter(({ after }) => after.kind === 'placed').length,
    }
  }
}

const calendarOf = (config: ScheduleConfigInput) =>
  createCallingCalendar(
    scheduleConfigSchema.parse({
      ...{ timeZone: 'America/New_York', maxActiveCalls: 200, maxPerMinute: 600, ...config },
    }),
    () => null,
  )

/** Visits of the last two days, most of them due by now. */
function makeCall(at: number): CallToPreview {
  const completedMs = nowMs - ((at * 7919) % 172_800) * 1000
  const dueMs = completedMs + 7_200_000
  const on = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)
  return {
    id: `call ${String(at).padStart(6, '0')}`,
    phoneNumber: `+1202${5_000_000 + at}`,
    call: {
      ...{ status: 'ready', attemptCount: 0, isDemo: false },
      dueAt: on(dueMs),
      expiresAt: on(completedMs + 168 * 3_600_000),
      serviceCompletedAt: on(completedMs),
    },
    ...{ dueMs, notBeforeMs: completedMs, endedMs: null, campaignId: null },
    customerZones: [zones[at % zones.length] ?? 'UTC'],
    ...{ isOnDoNotCall: false, lastPlacedToNumberMs: null },
  }
}
