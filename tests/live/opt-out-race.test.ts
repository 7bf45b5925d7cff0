import { expect, test } from 'vitest'
import { createSeededRandom } from '../../src/server/services/demo-day/seeded-random.ts'
import { raceOptOuts } from '../support/opt-out-race.ts'
import { createTestDatabase } from '../support/test-database.ts'

test('nobody is called who has opted out, whoever comes first', async () => {
  const seed = process.env.FC_SEED ?? String(Date.now())
  const random = createSeededRandom(seed)
  await using database = await createTestDatabase()
  const race = await raceOptOuts(database, { racing: 120, before: 20, random })
  expect(race.placedThoughOptedOut, `seed ${seed}`).toBe(0)
  expect(race.latestMs).toBeLessThan(1000)
  expect(race.placed + race.optedOut).toBe(140)
  expect(race.placed).toBeGreaterThan(0)
  expect(race.optedOut).toBeGreaterThan(20)
})
