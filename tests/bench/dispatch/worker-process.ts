import { type Contestant, type ContestantName, contestantNames, type Tally } from './contestant.ts'
import { createGraphileWorker } from './graphile-worker.ts'
import { createPgBoss } from './pg-boss.ts'
import { createRingback } from './ringback.ts'

// Places calls until it is told to stop, then says how many and when.

const [, , word, url = ''] = process.argv
const name = contestantNames.find((known) => known === word) ?? 'ringback'
let counted = { asked: 0, done: 0, firstAt: 0, lastAt: 0 }
const now = () => performance.timeOrigin + performance.now()
const tally: Tally = {
  asked() {
    if (counted.asked === 0) counted.firstAt = now()
    counted.asked += 1
  },
  done(count) {
    counted.done += count
    counted.lastAt = now()
  },
}

const create: Record<ContestantName, () => Contestant> = {
  ringback: () => createRingback(url, tally),
  'pg-boss': () => createPgBoss(url, tally, { isBare: false }),
  'graphile-worker': () => createGraphileWorker(url, tally, { isBare: false }),
  'pg-boss bare': () => createPgBoss(url, tally, { isBare: true }),
  'graphile-worker bare': () => createGraphileWorker(url, tally, { isBare: true }),
}
const contestant = create[name]()
await contestant.start()
process.send?.({ type: 'ready' })

process.on('message', async (message) => {
  if (message === 'count') process.send?.({ type: 'counted', ...counted })
  if (message === 'reset') counted = { asked: 0, done: 0, firstAt: 0, lastAt: 0 }
  if (message === 'stop') {
    await contestant.stop()
    process.disconnect()
  }
})
