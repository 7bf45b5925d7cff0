import { placementPoints } from '../../src/server/fail-point.ts'
import { seededChance } from '../support/chaos-seed.ts'
import { openChaosHouse } from '../support/ledger/chaos-house.ts'
import { callsForKills, killAtPoints } from '../support/ledger/kill-at-points.ts'
import { neverTwice } from '../support/ledger/never-twice.ts'
import { atMost, type Measurement, none } from '../support/measurement.ts'

const times = Number(process.env.TIMES ?? 20)

/** Servers end themselves at each of the points around a placement, 20 times each. */
export async function measure(): Promise<Measurement> {
  const { seed, random } = seededChance()
  console.log(`seed ${seed}`)
  const kills = times * placementPoints.length
  const calls = callsForKills(kills)
  await using house = await openChaosHouse({
    calls,
    maxActiveCalls: 1000,
    retry: { provider_error: [] },
    ledger: { seed, answerMs: [5, 20], callMs: [100, 400], dropAnswers: 0, loseNews: 0 },
  })
  const verdict = await killAtPoints(house, { times, random })
  return {
    name: 'R2',
    aims: [
      none('servers that did not end at their point', kills - verdict.killedThere),
      ...neverTwice(verdict, calls),
      atMost('longest doubt', 60, verdict.latestDoubtSec, 's'),
    ],
    figures: { seed, kills, points: placementPoints.join(' '), ...verdict },
  }
}
