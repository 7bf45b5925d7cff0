import { expect, it } from 'vitest'
import { createAnnouncer } from '../../../src/server/feed/announcer.ts'
import { ManualClock } from '../../support/manual-clock.ts'
import { uuidOf } from '../../support/sample-call.ts'

const [first, second] = [uuidOf(1), uuidOf(2)]

function open() {
  const clock = new ManualClock('2026-11-20T17:30:00Z')
  const sent: string[][] = []
  const failures: unknown[] = []
  const state = { seq: 0n, isAway: false }
  const announcer = createAnnouncer({
    async readPositions(ids) {
      if (state.isAway) throw new Error('away')
      return new Map(ids.map((id) => [id, { epoch: uuidOf(0), seq: state.seq }]))
    },
    async send(wakeUps) {
      sent.push(wakeUps.map(({ organizationId, seq }) => `${organizationId.at(-1)}:${seq}`))
    },
    everyMs: 25,
    after: (delayMs, run) => clock.after(delayMs, run),
    onFailure: (error) => failures.push(error),
  })
  const grow = (id: string) => {
    state.seq += 1n
    announcer.announce(id)
  }
  return { clock, sent, failures, state, announcer, grow }
}

it('tells of the first change at once and of all that follow in one word', async () => {
  const { clock, sent, grow } = open()
  for (let change = 0; change < 10; change += 1) grow(first)
  await clock.advance(24)
  expect(sent).toEqual([['1:1']])
  await clock.advance(1)
  expect(sent).toEqual([['1:1'], ['1:10']])
  await clock.advance(100)
  expect(sent.length).toBe(2)
})

it('says at most one word of an organization in 25 ms, whatever others say', async () => {
  const { clock, sent, grow } = open()
  for (let ms = 0; ms < 100; ms += 1) {
    grow(first)
    if (ms % 50 === 0) grow(second)
    await clock.advance(1)
  }
  expect(sent.flat().filter((word) => word.startsWith('1:')).length).toBeLessThanOrEqual(5)
  expect(sent.flat().filter((word) => word.startsWith('2:')).length).toBe(2)
})

it('loses a word that cannot be said, and goes on with the next', async () => {
  const { clock, sent, failures, state, grow } = open()
  state.isAway = true
  grow(first)
  await clock.advance(25)
  expect(failures.length).toBe(1)
  state.isAway = false
  grow(first)
  await clock.advance(25)
  expect(sent).toEqual([['1:2']])
})

it('says nothing more once it is closed', async () => {
  const { clock, sent, announcer, grow } = open()
  grow(first)
  await clock.advance(0)
  grow(first)
  announcer.close()
  await clock.advance(100)
  expect(sent.length).toBeLessThanOrEqual(1)
})
