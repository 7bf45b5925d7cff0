import { createHeap } from './binary-heap.ts'
import type { GateName } from './gate.ts'
import { type CallToRun, createChanceFinder } from './next-chance.ts'
import { MS_PER_MINUTE } from './zone-clock.ts'

/** What becomes of a waiting call's next attempt, in epoch milliseconds. */
export type Fate =
  | { kind: 'placed'; atMs: number }
  | { kind: 'expires' }
  | { kind: 'held'; because: GateName }
  | { kind: 'paused' }

export type PlacementRun = {
  nowMs: number
  calls: readonly CallToRun[]
  /** When each line that is in use now was opened. */
  activeSinceMs: readonly number[]
  /** When each attempt of the last minute was placed, in any order. */
  placedMs: readonly number[]
  /** How long every attempt is assumed to hold a line; each is assumed to end its call. */
  callSec: number
}

type Waiting = {
  run: CallToRun
  dueMs: number
  expiresMs: number
  chance: ReturnType<typeof createChanceFinder>
}

/** So many steps pass between two yields: some milliseconds of work. */
const stepsPerYield = 2000

/**
 * Lets the dispatcher's queue run on a clock of its own: soonest deadline first, no more lines and
 * no more placements a minute than the schedule allows, and no number called twice within its
 * days. Answers the fate of every call in the order given; yields how many are settled, so that a
 * long run can be followed and given up. The same input gives the same answer.
 */
export function* runPlacements(input: PlacementRun): Generator<number, Fate[]> {
  const callMs = input.callSec * 1000
  const fates = new Map<string, Fate>()
  const lastPlaced = new Map<string, number>()
  const planned = createHeap<Waiting>((a, b) => a.dueMs < b.dueMs)
  const due = createHeap<Waiting>(isAhead)
  const ends = createHeap<number>((a, b) => a < b)
  for (const sinceMs of input.activeSinceMs) ends.push(Math.max(input.nowMs, sinceMs + callMs))
  const minute = [...input.placedMs].sort((a, b) => a - b)
  let minuteFrom = 0
  let steps = 0

  for (const run of input.calls) {
    if (run.calendar.config.paused) {
      fates.set(run.id, { kind: 'paused' })
      continue
    }
    const { dueMs } = run
    const expiresMs = run.call.expiresAt?.epochMilliseconds ?? Number.POSITIVE_INFINITY
    planned.push({ run, dueMs, expiresMs, chance: createChanceFinder(run, dueMs) })
    if (++steps % stepsPerYield === 0) yield 0
  }

  let nowMs = input.nowMs
  for (;;) {
    for (let next = planned.peek(); next && next.dueMs <= nowMs; next = planned.peek()) {
      due.push(next)
      planned.pop()
      if (++steps % stepsPerYield === 0) yield fates.size
    }
    for (let end = ends.peek(); end !== undefined && end <= nowMs; end = ends.peek()) ends.pop()
    while ((minute[minuteFrom] ?? nowMs) <= nowMs - MS_PER_MINUTE) minuteFrom += 1

    let isWaiting = false
    for (let next = due.peek(); next && !isWaiting; next = due.peek()) {
      if (++steps % stepsPerYield === 0) yield fates.size
      const { run } = next
      const { config } = run.calendar
      const others = lastPlaced.get(run.phoneNumber) ?? run.lastPlacedToNumberMs
      const chance = next.chance(nowMs, others)
      if (chance.kind !== 'at') {
        fates.set(run.id, chance)
        due.pop()
      } else if (chance.atMs > nowMs) {
        due.pop()
        next.dueMs = chance.atMs
        planned.push(next)
      } else if (
        ends.size >= config.maxActiveCalls ||
        minute.length - minuteFrom >= config.maxPerMinute
      ) {
        isWaiting = true
      } else {
        due.pop()
        fates.set(run.id, { kind: 'placed', atMs: nowMs })
        lastPlaced.set(run.phoneNumber, nowMs)
        ends.push(nowMs + callMs)
        minute.push(nowMs)
      }
    }

    const nextMs = Math.min(
      planned.peek()?.dueMs ?? Number.POSITIVE_INFINITY,
      isWaiting ? (ends.peek() ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY,
      isWaiting
        ? (minute[minuteFrom] ?? Number.POSITIVE_INFINITY) + MS_PER_MINUTE
        : Number.POSITIVE_INFINITY,
    )
    if (nextMs === Number.POSITIVE_INFINITY) break
    nowMs = nextMs
  }
  return input.calls.map(({ id }) => fates.get(id) ?? { kind: 'expires' })
}

/** The dispatcher's order: soonest deadline first. */
function isAhead(a: Waiting, b: Waiting): boolean {
  if (a.expiresMs !== b.expiresMs) return a.expiresMs < b.expiresMs
  if (a.dueMs !== b.dueMs) return a.dueMs < b.dueMs
  return a.run.id < b.run.id
}
