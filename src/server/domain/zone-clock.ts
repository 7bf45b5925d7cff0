import { Temporal } from 'temporal-polyfill'
import { mergeSpans, type Spans } from './time-spans.ts'

export const MS_PER_MINUTE = 60_000
export const MS_PER_DAY = 86_400_000

/**
 * A stretch of time with one UTC offset. Local milliseconds are those since 1970-01-01T00:00 on the
 * wall clock, so that local = instant + offsetMs and a local day is a plain division.
 */
type OffsetStretch = { startMs: number; endMs: number; offsetMs: number }

export type ZoneClock = {
  timeZone: string
  localMsAt(instantMs: number): number
  /**
   * The instants at which the wall clock reads from `localStartMs` up to, not including,
   * `localEndMs`: fewer than its length where the clock skips, more where it repeats.
   */
  instantsOf(localStartMs: number, localEndMs: number): Spans
}

const knownTimeZones = new Map<string, boolean>()

/** Whether a name is in the time zone database. Bare offsets such as +05:00 are not: they know no DST. */
export function isTimeZone(name: string): boolean {
  let isKnown = knownTimeZones.get(name)
  if (isKnown === undefined) {
    isKnown = /^[A-Za-z]/.test(name) && canTellTime(name)
    // Names arrive from files, so the memo must not grow with whatever is written there.
    if (knownTimeZones.size < 2000) knownTimeZones.set(name, isKnown)
  }
  return isKnown
}

function canTellTime(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone)
    return true
  } catch {
    return false
  }
}

const clocks = new Map<string, ZoneClock>()

/** The clock of a known zone. Shared, since a zone's offsets depend on nothing else. */
export function zoneClock(timeZone: string): ZoneClock {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = createZoneClock(timeZone)
    clocks.set(timeZone, clock)
  }
  return clock
}

// One quarter at a time: offsets are found by asking for transitions, which is slow per call.
const PAGE_MS = 90 * MS_PER_DAY

function createZoneClock(timeZone: string): ZoneClock {
  const pages = new Map<number, OffsetStretch[]>()

  const pageOf = (instantMs: number): OffsetStretch[] => {
    const number = Math.floor(instantMs / PAGE_MS)
    let page = pages.get(number)
    if (!page) {
      page = findStretches(timeZone, number * PAGE_MS, (number + 1) * PAGE_MS)
      pages.set(number, page)
    }
    return page
  }

  return {
    timeZone,
    localMsAt(instantMs) {
      const stretch = pageOf(instantMs).find(({ endMs }) => instantMs < endMs)
      return instantMs + (stretch?.offsetMs ?? 0)
    },
    instantsOf(localStartMs, localEndMs) {
      const spans: Spans = []
      // No zone is further than a day from UTC, so a day to each side finds every reading.
      const lastPage = Math.floor((localEndMs + MS_PER_DAY) / PAGE_MS)
      for (let n = Math.floor((localStartMs - MS_PER_DAY) / PAGE_MS); n <= lastPage; n++) {
        for (const { startMs, endMs, offsetMs } of pageOf(n * PAGE_MS)) {
          const from = Math.max(startMs, localStartMs - offsetMs)
          const to = Math.min(endMs, localEndMs - offsetMs)
          if (from < to) spans.push([from, to])
        }
      }
      return mergeSpans(spans)
    },
  }
}

function findStretches(timeZone: string, fromMs: number, toMs: number): OffsetStretch[] {
  const stretches: OffsetStretch[] = []
  let startMs = fromMs
  let local = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(timeZone)
  while (startMs < toMs) {
    const next = local.getTimeZoneTransition('next')
    const endMs = next ? Math.min(next.epochMilliseconds, toMs) : toMs
    stretches.push({ startMs, endMs, offsetMs: local.offsetNanoseconds / 1e6 })
    if (!next) break
    startMs = endMs
    local = next
  }
  return stretches
}
