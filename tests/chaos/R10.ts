import { setTimeout as pause } from 'node:timers/promises'
import { openDeafSocket } from '../support/deaf-sockets.ts'
import { atMost, type Measurement, none, percentile, round } from '../support/measurement.ts'
import { openRealHouse } from '../support/real-house.ts'
import { residentMb } from '../support/started-server.ts'
import { makeCalls } from '../support/trials/feed-place.ts'
import { keepChanging, listenForLateness } from '../support/trials/late-listener.ts'

const deafCount = 20
const readerCount = 10
const change = { perSecond: 20, noteLength: 25_000 }
const patienceMs = 60_000

/**
 * Clients that never read, beside some that do, at half a MB of changes a second each: the deaf ones are
 * cut, the server's memory stays, and the others hear as before. How much of what is cut waited in
 * the server and how much in the kernel cannot be seen from outside; the memory tells.
 */
export async function measure(): Promise<Measurement> {
  await using house = await openRealHouse()
  const { place, cookie, servers } = house
  const [{ port, pid } = { port: 0, pid: 0 }] = servers
  const ids = await makeCalls(place, 4)
  const lateMs: number[] = []
  const readers = Array.from({ length: readerCount }, () => listenForLateness(place, port, lateMs))
  const flow = keepChanging(place, { ids, ...change })
  // What the server needs for so much traffic without anybody deaf is not what is measured.
  await pause(8000)
  const before = residentMb(pid)
  lateMs.length = 0
  const beganAt = performance.now()
  const deaf = await Promise.all(
    Array.from({ length: deafCount }, () => openDeafSocket(port, cookie)),
  )
  let most = before
  let cut = 0
  while (cut < deafCount && performance.now() - beganAt < patienceMs) {
    await pause(100)
    most = Math.max(most, residentMb(pid))
    cut = await cutCount(port)
  }
  const seconds = (performance.now() - beganAt) / 1000
  await flow.stop()
  for (const each of deaf) each.terminate()
  for (const reader of readers) reader[Symbol.dispose]()
  return {
    name: 'R10',
    aims: [
      none('deaf clients that were not cut', deafCount - cut),
      atMost('growth of memory', 50, most - before, 'MB'),
      atMost("the others' p99", 500, percentile(lateMs, 0.99), 'ms'),
    ],
    figures: {
      deaf: deafCount,
      readers: readerCount,
      cut,
      'changes heard': lateMs.length,
      'all cut after s': round(seconds),
      'memory before MB': round(before),
      'memory at most MB': round(most),
      "the others' p50 ms": round(percentile(lateMs, 0.5)),
      "the others' p99 ms": round(percentile(lateMs, 0.99)),
    },
  }
}

/** How many sockets the server says it cut off. */
async function cutCount(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return Number(/^ringback_\w*cut\w*(?:{[^}]*})? (\d+)/m.exec(text)?.[1] ?? 0)
}
