import { expect, it } from 'vitest'
import type { CallingCalendar } from '../../../src/server/domain/calling-window.ts'
import { chanceTerms, type QueuedCall } from '../../../src/server/domain/next-chance.ts'
import type { OpenLine } from '../../../src/server/domain/placement-queue.ts'
import { runPlacements } from '../../../src/server/domain/placement-run.ts'
import { aCall, calendarWith, FRIDAY_NOON } from '../../support/calling-facts.ts'

const nowMs = FRIDAY_NOON.epochMilliseconds
const calendar = calendarWith({ minDaysBetweenCalls: 0, maxActiveCalls: 3 })
const phoneNumber = '+14695550119'
const callTo = (id: string, overrides: Partial<QueuedCall> = {}): QueuedCall => ({
  id,
  phoneNumber,
  campaignId: null,
  dueMs: nowMs - 1,
  call: aCall(),
  customerZones: ['America/New_York'],
  isInvented: false,
  isOnDoNotCall: false,
  lastPlacedToNumberMs: null,
  ...overrides,
})

type World = { active?: OpenLine[]; calendar: CallingCalendar }

const runOf = (calls: QueuedCall[], { active = [], calendar }: World) =>
  runPlacements({
    nowMs,
    calls,
    active,
    placedMs: [],
    callSec: 90,
    isAutoPaused: false,
    planOf: (call) => {
      const { dueMs } = call
      return { dueMs, terms: chanceTerms(call, calendar, dueMs) }
    },
  })

function placedAfterSec(calls: QueuedCall[], world: World) {
  const run = runOf(calls, world)
  let step = run.next()
  while (!step.done) step = run.next()
  return step.value.map((fate) => (fate.kind === 'placed' ? (fate.atMs - nowMs) / 1000 : fate))
}

it('without days between calls, places those of one number one after the other', () => {
  const other = callTo('c', { phoneNumber: '+14695550118' })
  expect(placedAfterSec([callTo('a'), callTo('b'), other], { calendar })).toEqual([0, 90, 0])
})

it('waits for the line that is open to the number, not for that of a demo', () => {
  const sinceMs = nowMs - 30_000
  const lineTo = (phoneNumber: string | null) => ({
    calendar,
    active: [{ sinceMs, campaignId: null, phoneNumber }],
  })
  expect(placedAfterSec([callTo('a')], lineTo(phoneNumber))).toEqual([60])
  expect(placedAfterSec([callTo('a')], lineTo(null))).toEqual([0])
})

it('never asks about a sample visit and a real one in one call', () => {
  const calendar = calendarWith({ minDaysBetweenCalls: 30, maxActiveCalls: 3 })
  const fates = placedAfterSec(
    [callTo('real'), callTo('sample', { isInvented: true }), callTo('real too')],
    { calendar },
  )
  const covered = { kind: 'covered', atMs: nowMs, by: 'real' }
  expect(fates).toEqual([0, { kind: 'expires' }, covered])
})

it('yields also while a whole queue comes due at one instant', () => {
  const dueMs = nowMs + 60_000
  const call = aCall({ expiresAt: FRIDAY_NOON.add({ minutes: 1 }) })
  const calls = Array.from({ length: 10_000 }, (_, at) => callTo(`${at}`, { call, dueMs }))
  // Each is taken in, comes due, and is decided.
  expect([...runOf(calls, { calendar })]).toHaveLength((3 * calls.length) / 2000)
})
