import { describe, expect, it } from 'vitest'
import { seededChance } from '../support/chaos-seed.ts'
import { createLiveWorld } from '../support/live-world.ts'
import { cutSubscriber } from '../support/trials/cut-subscriber.ts'
import { openAmidWrites } from '../support/trials/open-amid-writes.ts'
import { openTwoServers } from '../support/two-servers.ts'

const nothingLost = { missed: 0, repeated: 0, outOfOrder: 0, notRecovered: 0 }
const late = { callsEach: 1, rounds: 8, holdMs: 50, pages: 10 }

it('loses nothing between snapshot and subscription under writers that commit late, where ids above the last one seen do', async () => {
  await using world = await createLiveWorld()
  const place = { ...world, ports: [world.port] }
  const result = await openAmidWrites(place, { ...late, random: seededChance().random })
  expect(result).toMatchObject({ ...nothingLost, writes: 64 })
  expect(result.pages).toBeGreaterThan(0)
  expect(result.missedNaively).toBeGreaterThan(0)
})

describe.each(['NOTIFY', 'Redis'] as const)('between two servers over %s, a client', (over) => {
  it('that is cut and moved amid changes loses and repeats nothing', async () => {
    await using two = await openTwoServers(over)
    const { random } = seededChance()
    const result = await cutSubscriber(two.place, { rounds: 15, cuts: 10, random })
    expect(result).toMatchObject({ ...nothingLost, cuts: 10, isEqualAtLast: true })
  })

  it('that opens amid late writers misses nothing between its list and the feed', async () => {
    await using two = await openTwoServers(over)
    const { random } = seededChance()
    const result = await openAmidWrites(two.place, { ...late, random })
    expect(result).toMatchObject({ ...nothingLost, writes: 64 })
    expect(result.pages).toBeGreaterThan(0)
  })
})
