import { seededChance } from '../support/chaos-seed.ts'
import { openChaosHouse } from '../support/ledger/chaos-house.ts'
import { killAtRandom } from '../support/ledger/kill-at-random.ts'
import { neverTwice } from '../support/ledger/never-twice.ts'
import type { Measurement } from '../support/measurement.ts'

const calls = 500
const kills = Number(process.env.KILLS ?? 50)

/** A server that places 500 calls is killed 50 times; the provider's ledger tells what was asked. */
export async function measure(): Promise<Measurement> {
  const { seed, random } = seededChance()
  console.log(`seed ${seed}`)
  await using house = await openChaosHouse({
    calls,
    maxActiveCalls: 40,
    retry: { provider_error: [] },
    ledger: {
      seed,
      answerMs: [2, 60],
      callMs: [200, 900],
      dropAnswers: 0.02,
      loseNews: 0.05,
    },
  })
  const verdict = await killAtRandom(house, { kills, random })
  return { name: 'R1', aims: neverTwice(verdict, calls), figures: { seed, kills, ...verdict } }
}
