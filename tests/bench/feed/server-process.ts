import { changedCall, wallMs } from './change.ts'
import { type ContestantName, contestants } from './contestants.ts'

/**
 * One contestant in a process of its own. Told to run, it makes changes at an even rate and answers
 * with the processor time that the measured ones took.
 */
const name = process.argv[2] as ContestantName
const { port, change } = await contestants[name]()

export type Order = { rate: number; first: number; last: number }
type Heard = Order | 'start' | 'stop'
let before = process.cpuUsage()

process.on('message', async (heard: Heard) => {
  if (heard === 'start') before = process.cpuUsage()
  else if (heard === 'stop') {
    const { user, system } = process.cpuUsage(before)
    process.send?.({ cpuMs: (user + system) / 1000 })
    return
  } else await makeChanges(heard)
  process.send?.({ isDone: true })
})
process.send?.({ port })

/**
 * At even distances. A change counts as made when it was due, also where the server was too busy to
 * make it then: somewhere else it would have been made.
 */
async function makeChanges({ rate, first, last }: Order): Promise<void> {
  const startedAt = wallMs()
  for (let seq = first; seq <= last; seq += 1) {
    const dueMs = startedAt + ((seq - first) * 1000) / rate
    const waitMs = dueMs - wallMs()
    await new Promise<void>((resolve) => {
      if (waitMs > 0) setTimeout(resolve, waitMs)
      else setImmediate(resolve)
    })
    change(changedCall(seq, dueMs))
  }
}
