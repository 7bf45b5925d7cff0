import { Temporal } from 'temporal-polyfill'

/** The only source of time: what the hour is, and what happens later. */
export type Clock = {
  now(): Temporal.Instant
  /** Calls `run` once `delayMs` of this clock's time have passed; answers how to call it off. */
  after(delayMs: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
