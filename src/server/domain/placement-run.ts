import { createHeap } from './binary-heap.ts'
import { type CampaignLines, createCampaignLines } from './campaign-lines.ts'
import type { GateName } from './gate.ts'
import { type CallToRun, createChanceFinder } from './next-chance.ts'
import { createNumberLines, type NumberLines } from './number-lines.ts'
import { isCoveredBy } from './one-call.ts'
import { deadlineOf, isAhead, type Waiting } from './waiting-call.ts'
import { MS_PER_MINUTE } from './zone-clock.ts'

/** What becomes of a waiting call's next attempt, in epoch milliseconds. */
export type Fate =
  | { kind: 'placed'; atMs: number }
  /** The call `by` is placed at that instant and asks about this one's visit too. */
  | { kind: 'covered'; atMs: number; by: string }
  | { kind: 'expires' }
  | { kind: 'held'; because: GateName }
  | { kind: 'paused' }

/** A line that is in use. */
export type OpenLine = {
  sinceMs: number
  campaignId: string | null
  /** Null in a demo, which rings nobody. */
  phoneNumber: string | null
}

export type PlacementRun = {
  nowMs: number
  calls: readonly CallToRun[]
  active: readonly OpenLine[]
  /** When each attempt of the last minute was placed, in any order. */
  placedMs: readonly number[]
  /** How long every attempt is assumed to hold a line; each is assumed to end its call. */
  callSec: number
  /** Calling has stopped by itself: nothing is placed until a person lets it go on. */
  isAutoPaused: boolean
}

/** So many steps pass between two yields: some milliseconds of work. */
const stepsPerYield = 2000

const never = Number.POSITIVE_INFINITY

/**
 * Lets the dispatcher's queue run on a clock of its own: soonest deadline first, no more lines and
 * no more placements a minute than the schedule allows, and one call for all visits of a number
 * within its days. Answers the fate of every call in the order given; yields how many are settled,
 * so that a long run can be followed and given up. The same input gives the same answer.
 */
export function* runPlacements(input: PlacementRun): Generator<number, Fate[]> {
  const callMs = input.callSec * 1000
  const calls: Waiting[] = []
  const lastPlaced = new Map<string, number>()
  const ofNumber = new Map<string, Waiting>()
  const planned = createHeap<Waiting>(({ dueMs }) => dueMs)
  const due = createHeap(deadlineOf, isAhead)
  const ends = createHeap<Omit<OpenLine, 'sinceMs'> & { endMs: number }>(({ endMs }) => endMs)
  const numbers: NumberLines = createNumberLines((next) => due.push(next))
  const campaigns: CampaignLines = createCampaignLines((next) => due.push(next))
  for (const { sinceMs, campaignId, phoneNumber } of input.active) {
    ends.push({ endMs: Math.max(input.nowMs, sinceMs + callMs), campaignId, phoneNumber })
    campaigns.open(campaignId)
    numbers.open(phoneNumber)
  }
  const minute = [...input.placedMs].sort((a, b) => a - b)
  let minuteFrom = 0
  let steps = 0
  let settled = 0
  const settle = (call: Waiting, fate: Fate) => {
    if (call.fate === null) settled += 1
    call.fate = fate
  }

  for (const run of input.calls) {
    const { dueMs, phoneNumber } = run
    const waiting: Waiting = {
      run,
      dueMs,
      expiresMs: run.call.expiresAt?.epochMilliseconds ?? never,
      chance: createChanceFinder(run, run.wishedMs ?? dueMs),
      fate: null,
      sibling: null,
    }
    calls.push(waiting)
    if (run.calendar.config.paused || input.isAutoPaused) {
      settle(waiting, { kind: 'paused' })
      continue
    }
    planned.push(waiting)
    waiting.sibling = ofNumber.get(phoneNumber) ?? null
    ofNumber.set(phoneNumber, waiting)
    if (++steps % stepsPerYield === 0) yield 0
  }

  let nowMs = input.nowMs
  for (;;) {
    for (let next = planned.peek(); next && next.dueMs <= nowMs; next = planned.peek()) {
      if (next.fate?.kind !== 'covered') due.push(next)
      planned.pop()
      if (++steps % stepsPerYield === 0) yield settled
    }
    for (let end = ends.peek(); end && end.endMs <= nowMs; end = ends.peek()) {
      ends.pop()
      campaigns.close(end.campaignId)
      numbers.close(end.phoneNumber)
    }
    while ((minute[minuteFrom] ?? nowMs) <= nowMs - MS_PER_MINUTE) minuteFrom += 1

    let isWaiting = false
    for (let next = due.peek(); next && !isWaiting; next = due.peek()) {
      if (++steps % stepsPerYield === 0) yield settled
      const { run } = next
      const { config } = run.calendar
      if (next.fate?.kind === 'covered') {
        due.pop()
        campaigns.refill(run.campaignId)
        continue
      }
      if (campaigns.isFull(run)) {
        due.pop()
        campaigns.park(next)
        continue
      }
      const others = lastPlaced.get(run.phoneNumber) ?? run.lastPlacedToNumberMs
      const chance = next.chance(nowMs, others)
      if (chance.kind !== 'at') {
        settle(next, chance)
        due.pop()
        campaigns.refill(run.campaignId)
      } else if (chance.atMs > nowMs) {
        due.pop()
        next.dueMs = chance.atMs
        planned.push(next)
        campaigns.refill(run.campaignId)
      } else if (numbers.isOpen(run.phoneNumber)) {
        due.pop()
        numbers.park(next)
        campaigns.refill(run.campaignId)
      } else if (
        ends.size >= config.maxActiveCalls ||
        minute.length - minuteFrom >= config.maxPerMinute
      ) {
        isWaiting = true
      } else {
        due.pop()
        settle(next, { kind: 'placed', atMs: nowMs })
        lastPlaced.set(run.phoneNumber, nowMs)
        const { campaignId, phoneNumber } = run
        ends.push({ endMs: nowMs + callMs, campaignId, phoneNumber })
        campaigns.open(run.campaignId)
        numbers.open(phoneNumber)
        campaigns.refill(run.campaignId)
        minute.push(nowMs)
        const cover: Fate = { kind: 'covered', atMs: nowMs, by: run.id }
        for (const other of coveredOthers(next, ofNumber.get(run.phoneNumber), nowMs)) {
          settle(other, cover)
        }
      }
    }

    const isLineAwaited = isWaiting || campaigns.hasParked() || numbers.hasParked()
    const lineMs = isLineAwaited ? (ends.peek()?.endMs ?? never) : never
    const minuteMs = isWaiting ? (minute[minuteFrom] ?? never) + MS_PER_MINUTE : never
    const nextMs = Math.min(planned.peek()?.dueMs ?? never, lineMs, minuteMs)
    if (nextMs === never) break
    nowMs = nextMs
  }
  return calls.map(({ fate }) => fate ?? { kind: 'expires' })
}

/** One customer, one call: the others of the number that it covers are settled with it. */
function coveredOthers(placed: Waiting, first: Waiting | undefined, nowMs: number): Waiting[] {
  const { minDaysBetweenCalls } = placed.run.calendar.config
  const covered: Waiting[] = []
  for (let other = first ?? null; other !== null; other = other.sibling) {
    const kind = other.fate?.kind
    if (kind === 'placed' || kind === 'covered') continue
    const { run, dueMs } = other
    if (run.isInvented !== placed.run.isInvented) continue
    if (isCoveredBy({ nowMs, minDaysBetweenCalls }, { call: run.call, dueMs })) covered.push(other)
  }
  return covered
}
