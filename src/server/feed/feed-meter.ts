import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/**
 * What the feed of one process counts. What is counted for each message to each subscriber is a plain
 * number, and becomes a metric when somebody asks.
 */
export type FeedMeter = {
  register: Registry
  subscribers: number
  /** Messages with changes, over all subscribers. */
  messages: number
  /** Changes that those messages stood for: more than one each where changes came together. */
  changes: number
  opened: (how: 'fresh' | 'recovered' | 'not_recovered') => void
  wokeUp: (how: 'sent' | 'heard', count: number) => void
  /** A change reached the sockets this long after it was written. */
  reached: (seconds: number) => void
}

export function createFeedMeter(): FeedMeter {
  const register = new Registry()
  const registers = [register]
  const openings = new Counter({
    name: 'ringback_feed_openings_total',
    help: 'Subscriptions that began: without a cursor, continued at theirs, or told to fetch anew.',
    labelNames: ['result'],
    registers,
  })
  for (const result of ['fresh', 'recovered', 'not_recovered']) openings.inc({ result }, 0)
  const wakeUps = new Counter({
    name: 'ringback_feed_wake_ups_total',
    help: 'Wake-ups between processes, as this one sent and heard them.',
    labelNames: ['direction'],
    registers,
  })
  for (const direction of ['sent', 'heard']) wakeUps.inc({ direction }, 0)
  const lag = new Histogram({
    name: 'ringback_feed_lag_seconds',
    help: 'Time from when a change was written to when it was handed to the sockets.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const meter: FeedMeter = {
    register,
    subscribers: 0,
    messages: 0,
    changes: 0,
    opened: (result) => openings.inc({ result }),
    wokeUp: (direction, count) => wakeUps.inc({ direction }, count),
    // Clocks of two machines may disagree by more than a change takes.
    reached: (seconds) => lag.observe(Math.max(0, seconds)),
  }
  new Gauge({
    name: 'ringback_feed_subscribers',
    help: 'Subscriptions to the feed that are open.',
    registers,
    collect() {
      this.set(meter.subscribers)
    },
  })
  new Counter({
    name: 'ringback_feed_messages_total',
    help: 'Messages with changes, over all subscribers.',
    registers,
    collect() {
      this.reset()
      this.inc(meter.messages)
    },
  })
  new Counter({
    name: 'ringback_feed_changes_total',
    help: 'Changes those messages stood for, over all subscribers.',
    registers,
    collect() {
      this.reset()
      this.inc(meter.changes)
    },
  })
  return meter
}
