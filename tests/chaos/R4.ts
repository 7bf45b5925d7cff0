import { seededChance } from '../support/chaos-seed.ts'
import { openChaosHouse } from '../support/ledger/chaos-house.ts'
import { dispatchTogether } from '../support/ledger/dispatch-together.ts'
import { neverTwice } from '../support/ledger/never-twice.ts'
import { type Measurement, none } from '../support/measurement.ts'

const calls = Number(process.env.CALLS ?? 2000)
const dispatchers = 8
const maxActiveCalls = 25

/** Eight dispatcher processes fall on the same 2,000 due calls at the same moment. */
export async function measure(): Promise<Measurement> {
  const { seed } = seededChance()
  console.log(`seed ${seed}`)
  await using house = await openChaosHouse({
    calls,
    maxActiveCalls,
    ledger: { seed, answerMs: [1, 10], callMs: [20, 100], dropAnswers: 0, loseNews: 0 },
  })
  const { seconds, mostActive, ...verdict } = await dispatchTogether(house, dispatchers)
  const { mostOpen } = await house.ledger.figures()
  return {
    name: 'R4',
    aims: [
      none('calls claimed more than once', verdict.attempts - calls),
      ...neverTwice(verdict, calls),
      none('calls not completed', calls - verdict.completed),
      none('lines open beyond the limit', Math.max(0, mostOpen - maxActiveCalls)),
      none('calls active beyond the limit', Math.max(0, mostActive - maxActiveCalls)),
    ],
    figures: { seed, dispatchers, maxActiveCalls, mostOpen, mostActive, seconds, ...verdict },
  }
}
