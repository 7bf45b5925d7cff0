import { seededChance } from '../support/chaos-seed.ts'
import { openChaosHouse } from '../support/ledger/chaos-house.ts'
import { neverTwice } from '../support/ledger/never-twice.ts'
import { isOver, judgeRun } from '../support/ledger/verdict.ts'
import { atLeast, type Measurement } from '../support/measurement.ts'

const calls = 200

/** The provider writes 200 requests down and breaks off instead of answering any. */
export async function measure(): Promise<Measurement> {
  const { seed } = seededChance()
  console.log(`seed ${seed}`)
  await using house = await openChaosHouse({
    calls,
    maxActiveCalls: 40,
    ledger: { seed, answerMs: [1, 20], callMs: [100, 400], dropAnswers: 1, loseNews: 0.3 },
  })
  ;(await house.start()).go()
  await house.whenCalls(isOver, 170_000)
  const verdict = await judgeRun(house)
  const reconciledPercent = (100 * verdict.completed) / calls
  return {
    name: 'R3',
    aims: [
      ...neverTwice(verdict, calls),
      atLeast('reconciled by look-up or callback', 99, reconciledPercent, '%'),
    ],
    figures: { seed, ...verdict, reconciledPercent },
  }
}
