import { Temporal } from 'temporal-polyfill'
import type { CallingCalendar } from './calling-window.ts'
import type { Fate } from './fate.ts'
import { chanceTerms, nextChance, type QueuedCall } from './next-chance.ts'
import type { Plan, RunStart } from './placement-queue.ts'
import { runPlacements } from './placement-run.ts'
import { wishedMs } from './retry-delay.ts'
import { findUnreachableZones, type UnreachableZones } from './unreachable-zones.ts'
import { MS_PER_DAY, MS_PER_MINUTE, zoneClock } from './zone-clock.ts'

/** A waiting call with all that both schedules ask about it. */
export type CallToPreview = QueuedCall & {
  /** The earliest instant wished for, whatever the schedule says. */
  notBeforeMs: number
  /** When its last attempt ended; retries wait from then. */
  endedMs: number | null
  /** It is looked at again by its wish, not placed by its plan. */
  isHeld: boolean
}

/** The calendar that rules a campaign's calls, or with null the organization's other calls. */
export type CalendarOf = (campaignId: string | null) => CallingCalendar

export type PreviewInput = RunStart & {
  calls: readonly CallToPreview[]
  current: CalendarOf
  candidate: CalendarOf
}

/** What a changed schedule means for the next attempt of one call; less than a minute is the same. */
export type Move = 'earlier' | 'later' | 'same' | 'lost' | 'won'
export type PreviewedCall = { id: string; before: Fate; after: Fate; move: Move }

export type HourOfCalls = { startMs: number; before: number; after: number }

export type SchedulePreview = {
  /** In the order of the calls given. */
  calls: PreviewedCall[]
  /** The hours of the next 14 days in which either schedule places calls. */
  hours: HourOfCalls[]
  /** When the candidate's clocks change in these days, and by how much. */
  clockChanges: { atMs: number; shiftMinutes: number }[]
  /** Customers whom the candidate could never call. */
  warnings: UnreachableZones[]
}

/** How much of both runs is done, from 0 to 1. */
export type PreviewProgress = number

export const PREVIEW_DAYS = 14
const MS_PER_HOUR = 3_600_000

/**
 * Runs the queue as it stands under both schedules, the candidate's calls planned anew as saving it
 * would. Yields its progress every few milliseconds of work.
 */
export function* previewSchedule(input: PreviewInput): Generator<PreviewProgress, SchedulePreview> {
  const { calls, current, candidate, nowMs } = input
  const before = yield* follow(input, 0, (call) =>
    asItStands(call, current(call.campaignId), nowMs),
  )
  const after = yield* follow(input, 0.5, (call) =>
    planAnew(call, candidate(call.campaignId), nowMs),
  )
  const { timeZone } = candidate(null).config
  const compared: PreviewedCall[] = []
  for (const { id } of calls) {
    const at = compared.length
    compared.push(compare(id, before[at], after[at]))
    if (compared.length % comparisonsPerYield === 0) yield 1
  }
  const hours = countByHour({ nowMs, timeZone, before, after })
  yield 1
  return {
    calls: compared,
    hours,
    clockChanges: clockChangesWithin(timeZone, nowMs, nowMs + daysMs),
    warnings: findUnreachableZones({ nowMs, calls, calendarOf: candidate }),
  }
}

const comparisonsPerYield = 10_000
const daysMs = PREVIEW_DAYS * MS_PER_DAY

function* follow(
  input: PreviewInput,
  doneShare: number,
  planOf: (call: CallToPreview) => Plan,
): Generator<PreviewProgress, Fate[]> {
  const total = Math.max(1, 2 * input.calls.length)
  const run = runPlacements({ ...input, planOf })
  for (;;) {
    const step = run.next()
    if (step.done) return step.value
    yield doneShare + step.value / total
  }
}

/** The plan of a call under a schedule that is in force already. */
export function asItStands(call: CallToPreview, calendar: CallingCalendar, nowMs: number): Plan {
  if (call.isHeld) return planAnew(call, calendar, nowMs)
  const { dueMs } = call
  return { dueMs, terms: chanceTerms(call, calendar, dueMs) }
}

/**
 * As `replanCall` moves the call once the schedule is saved, or leaves it held where its wish comes
 * after its end.
 */
function planAnew(call: CallToPreview, calendar: CallingCalendar, nowMs: number): Plan {
  const terms = chanceTerms(call, calendar, wishedMs(call.call, call, calendar.config))
  const chance = nextChance(terms, nowMs, call.lastPlacedToNumberMs)
  if (chance.kind !== 'at') return { dueMs: call.dueMs, terms }
  const dueMs = chance.atMs > nowMs ? chance.atMs : Math.min(call.dueMs, nowMs)
  return { dueMs, terms }
}

const unreached: Fate = { kind: 'expires' }

function compare(id: string, before: Fate = unreached, after: Fate = unreached): PreviewedCall {
  const move = (): Move => {
    if ('atMs' in before && 'atMs' in after) {
      if (Math.abs(after.atMs - before.atMs) < MS_PER_MINUTE) return 'same'
      return after.atMs < before.atMs ? 'earlier' : 'later'
    }
    if ('atMs' in before) return 'lost'
    return 'atMs' in after ? 'won' : 'same'
  }
  return { id, before, after, move: move() }
}

function countByHour(input: {
  nowMs: number
  timeZone: string
  before: readonly Fate[]
  after: readonly Fate[]
}): HourOfCalls[] {
  const { nowMs, timeZone } = input
  const localMs = zoneClock(timeZone).localMsAt(nowMs)
  const startMs = nowMs - (localMs - Math.floor(localMs / MS_PER_HOUR) * MS_PER_HOUR)
  const hours = new Map<number, HourOfCalls>()
  for (const which of ['before', 'after'] as const) {
    for (const fate of input[which]) {
      if (fate.kind !== 'placed' || fate.atMs >= nowMs + daysMs) continue
      const number = Math.floor((fate.atMs - startMs) / MS_PER_HOUR)
      const hour = hours.get(number) ?? {
        startMs: startMs + number * MS_PER_HOUR,
        before: 0,
        after: 0,
      }
      hour[which] += 1
      hours.set(number, hour)
    }
  }
  return [...hours.values()].sort((a, b) => a.startMs - b.startMs)
}

function clockChangesWithin(timeZone: string, fromMs: number, toMs: number) {
  const changes: SchedulePreview['clockChanges'] = []
  let local = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(timeZone)
  for (;;) {
    const next = local.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds >= toMs) return changes
    const shiftMinutes = (next.offsetNanoseconds - local.offsetNanoseconds) / 6e10
    if (shiftMinutes !== 0) changes.push({ atMs: next.epochMilliseconds, shiftMinutes })
    local = next
  }
}
