import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../src/server/clock.ts'

type Timer = { at: number; run: () => void }

/** A clock that stands still until a test moves it; timers run in the order of their instants. */
export class ManualClock implements Clock {
  private nowMs: number
  private readonly timers = new Set<Timer>()

  constructor(start: string) {
    this.nowMs = Temporal.Instant.from(start).epochMilliseconds
  }

  now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(this.nowMs)
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = { at: this.nowMs + Math.max(0, delayMs), run }
    this.timers.add(timer)
    return () => this.timers.delete(timer)
  }

  /** When the next timer is due, or null when none waits. */
  nextTimerAt(): Temporal.Instant | null {
    const next = this.earliest()
    return next ? Temporal.Instant.fromEpochMilliseconds(next.at) : null
  }

  /** Moves time, stopping at each timer on the way; gives other work a turn after each. */
  async advance(durationMs: number): Promise<void> {
    const target = this.nowMs + durationMs
    for (let timer = this.earliest(); timer && timer.at <= target; timer = this.earliest()) {
      this.timers.delete(timer)
      this.nowMs = Math.max(this.nowMs, timer.at)
      timer.run()
      await new Promise((resolve) => setImmediate(resolve))
    }
    this.nowMs = target
  }

  /** Moves time at once, as for a machine that slept: each timer that came due meanwhile runs, late. */
  async skip(durationMs: number): Promise<void> {
    this.nowMs += durationMs
    const due = [...this.timers].filter(({ at }) => at <= this.nowMs).sort((a, b) => a.at - b.at)
    for (const timer of due) if (this.timers.delete(timer)) timer.run()
    await new Promise((resolve) => setImmediate(resolve))
  }

  private earliest(): Timer | undefined {
    let earliest: Timer | undefined
    for (const timer of this.timers) if (!earliest || timer.at < earliest.at) earliest = timer
    return earliest
  }
}
