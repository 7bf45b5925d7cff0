import { type Aim, atMost, type Measurement, round } from '../support/measurement.ts'
import { type Cell, measureCell, subscribers } from './feed/cell.ts'
import { openCommitter } from './feed/commits.ts'

const rates = [1, 20, 100]
const names = ['ws', 'socketIo', 'ringback'] as const

/**
 * Raw ws, Socket.IO and Ringback, one after the other at each rate: the same changes, made in the
 * server's memory, to the same clients. Then Ringback once more, from a commit in another process:
 * there the server's figure has reading the log in it. FEED_RATES=20,100 narrows it.
 */
export async function measure(): Promise<Measurement> {
  const wanted = process.env.FEED_RATES?.split(',').map(Number) ?? rates
  const figures: Record<string, number> = { subscribers }
  const aims: Aim[] = []
  await using committer = await openCommitter()
  for (const rate of wanted) {
    const cells: Record<string, Cell> = {}
    for (const name of names) {
      const cell = await measureCell(name, rate)
      cells[name] = cell
      note(figures, `${name} at ${rate}/s`, cell)
    }
    const fromCommit = await measureCell('ringbackFromCommit', rate, committer)
    note(figures, `ringback from commit at ${rate}/s`, fromCommit)
    const { ws, socketIo, ringback } = cells
    if (ws === undefined || socketIo === undefined || ringback === undefined) continue
    figures[`CPU of ringback : ws at ${rate}/s`] = round(ringback.cpuMicros / ws.cpuMicros)
    figures[`CPU of ringback : Socket.IO at ${rate}/s`] = round(
      ringback.cpuMicros / socketIo.cpuMicros,
    )
    aims.push(...aimsAt(rate, { ws, socketIo, ringback }))
  }
  return { name: 'feed', aims, figures }
}

function note(figures: Record<string, number>, what: string, cell: Cell): void {
  figures[`${what}: CPU µs`] = round(cell.cpuMicros)
  figures[`${what}: p50 ms`] = round(cell.p50)
  figures[`${what}: p99 ms`] = round(cell.p99)
  console.log(what, JSON.stringify(cell))
}

function aimsAt(rate: number, { ws, socketIo, ringback }: Record<(typeof names)[number], Cell>) {
  const cpu = (limit: number) =>
    atMost(`CPU per delivered change at ${rate}/s`, round(limit), ringback.cpuMicros, 'µs')
  if (rate === 100) {
    const p99 = atMost('p99 at 100/s, as Socket.IO', round(socketIo.p99), ringback.p99, 'ms')
    return [cpu(ws.cpuMicros * 0.35), p99]
  }
  if (rate === 20) return [cpu(ws.cpuMicros)]
  const p50 = atMost('p50 at 1/s, as ws', round(ws.p50 + 5), ringback.p50, 'ms')
  return rate === 1 ? [cpu(socketIo.cpuMicros), p50] : []
}
