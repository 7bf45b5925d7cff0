import { expect, test } from 'vitest'
import { createRoom, type Room } from '../../../src/server/dispatcher/room.ts'

/** How much there is room for at once, taken and given back. */
async function measure(room: Room): Promise<number> {
  const all = await room.take(1)
  room.giveBack(all)
  return all
}

async function send(room: Room, afterMs: number) {
  let left = await room.take(1)
  for (; left > 0; left -= 1) {
    room.sent(afterMs)
    room.settled()
  }
}

test('there is more room the quicker things are sent, and half of it once they are slow', async () => {
  const room = createRoom({ maxPlacements: 1000, maxUnsent: 300 })
  expect(await measure(room)).toBe(100)
  await send(room, 1000)
  expect(await measure(room)).toBe(200)
  await send(room, 10)
  expect(await measure(room)).toBe(300)
  // A whole batch that was slow halves it once.
  await send(room, 1001)
  expect(await measure(room)).toBe(150)
  for (let times = 0; times < 10; times += 1) await send(room, 5000)
  expect(await measure(room)).toBe(10)
  await send(room, 10)
  expect(await measure(room)).toBe(20)
})

test('what is under way leaves less room, and those who wait are served in their order', async () => {
  const room = createRoom({ maxPlacements: 3, maxUnsent: 2 })
  expect(await room.take(1)).toBe(2)
  const served: string[] = []
  const first = room.take(0.5).then((count) => served.push(`first ${count}`))
  const second = room.take(1).then((count) => served.push(`second ${count}`))
  room.sent(0)
  room.sent(0)
  await first
  expect(served).toEqual(['first 1'])
  room.settled()
  await second
  expect(served).toEqual(['first 1', 'second 1'])
})
