import { setTimeout as pause } from 'node:timers/promises'
import { seededChance } from '../support/chaos-seed.ts'
import type { FeedWatcher } from '../support/feed-watcher.ts'
import { atMost, type Measurement, none, percentile, round } from '../support/measurement.ts'
import { openRealHouse } from '../support/real-house.ts'
import { residentMb } from '../support/started-server.ts'
import { makeCalls } from '../support/trials/feed-place.ts'
import { keepChanging, listenForLateness } from '../support/trials/late-listener.ts'

const subscribers = 50
const perSecond = 10
const comeAndGoEveryMs = 1000
const sampleEveryMs = 5000

/**
 * A real server for SOAK_MINUTES (30 unless set): changes at a steady rate, subscribers that come
 * and go. The first five minutes, or the first third of a shorter run, only warm it up.
 */
export async function measure(): Promise<Measurement> {
  const { seed, random } = seededChance()
  const minutes = Number(process.env.SOAK_MINUTES ?? 30)
  const warmUpMinutes = Math.min(5, minutes / 3)
  await using house = await openRealHouse()
  const { place, servers } = house
  const [{ port, pid } = { port: 0, pid: 0 }] = servers
  const ids = await makeCalls(place, 20)
  const lateMs: number[] = []
  const watchers: FeedWatcher[] = []
  const come = () => watchers.push(listenForLateness(place, port, lateMs))
  while (watchers.length < subscribers) come()
  const flow = keepChanging(place, { ids, perSecond })

  const beganAt = performance.now()
  const minutesPassed = () => (performance.now() - beganAt) / 60_000
  const memory: { minute: number; mb: number }[] = []
  const p99s: number[] = []
  let came = 0
  let nextSampleMs = 0
  while (minutesPassed() < minutes) {
    await pause(comeAndGoEveryMs)
    const [gone] = watchers.splice(random.whole(0, watchers.length - 1), 1)
    gone?.[Symbol.dispose]()
    come()
    came += 1
    const passedMs = performance.now() - beganAt
    if (passedMs < nextSampleMs) continue
    nextSampleMs = passedMs + sampleEveryMs
    memory.push({ minute: minutesPassed(), mb: residentMb(pid) })
    if (minutesPassed() < warmUpMinutes) lateMs.length = 0
    if (lateMs.length > 100_000) {
      p99s.push(percentile(lateMs, 0.99))
      lateMs.length = 0
    }
  }
  await flow.stop()
  if (lateMs.length > 0) p99s.push(percentile(lateMs, 0.99))
  for (const watcher of watchers) watcher[Symbol.dispose]()
  const settled = memory.filter(({ minute }) => minute >= warmUpMinutes)
  const { changes, failed } = flow.counts()
  return {
    name: 'soak',
    aims: [
      atMost('memory grows by', 1, slopeOf(settled), 'MB a minute'),
      atMost('p99, the worst stretch', 250, Math.max(...p99s), 'ms'),
      none('changes that failed', failed),
    ],
    figures: {
      seed,
      minutes,
      subscribers,
      changes,
      'came and went': came,
      'memory after warm-up MB': round(settled[0]?.mb ?? Number.NaN),
      'memory at the end MB': round(settled.at(-1)?.mb ?? Number.NaN),
      'MB a minute': round(slopeOf(settled)),
      'p99 ms, the worst stretch': round(Math.max(...p99s)),
    },
  }
}

/** By least squares, so that one collection of garbage decides nothing. */
function slopeOf(samples: readonly { minute: number; mb: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const meanMinute = mean(samples.map(({ minute }) => minute))
  const meanMb = mean(samples.map(({ mb }) => mb))
  let above = 0
  let below = 0
  for (const { minute, mb } of samples) {
    above += (minute - meanMinute) * (mb - meanMb)
    below += (minute - meanMinute) ** 2
  }
  return above / below
}
