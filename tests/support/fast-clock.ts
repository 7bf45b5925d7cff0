import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../src/server/clock.ts'

/** A clock that goes so many times faster than the system's, from a given instant on. */
export function createFastClock(start: string, speed: number): Clock {
  const startMs = Temporal.Instant.from(start).epochMilliseconds
  const startedAt = performance.now()
  return {
    now: () =>
      Temporal.Instant.fromEpochMilliseconds(
        Math.floor(startMs + (performance.now() - startedAt) * speed),
      ),
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs / speed)
      return () => clearTimeout(timer)
    },
  }
}
