import { seededChance } from '../support/chaos-seed.ts'
import { openChaosHouse } from '../support/ledger/chaos-house.ts'
import { neverTwice } from '../support/ledger/never-twice.ts'
import { stopAndResume } from '../support/ledger/stop-and-resume.ts'
import { type Measurement, none } from '../support/measurement.ts'

const callsEach = 10
const points = ['claimed', 'cleared', 'claiming'] as const

/** Dispatchers stopped past their leases around the claim, and resumed. */
export async function measure(): Promise<Measurement> {
  const { seed } = seededChance()
  console.log(`seed ${seed}`)
  await using house = await openChaosHouse({
    calls: 0,
    maxActiveCalls: 1000,
    retry: { provider_error: [] },
    ledger: { seed, answerMs: [1, 20], callMs: [50, 200], dropAnswers: 0, loseNews: 0 },
  })
  const verdict = await stopAndResume(house, { points, callsEach })
  // Those that the server that stopped before its commit had not claimed are the other one's.
  const extraRequests = verdict.requests - callsEach
  return {
    name: 'R5',
    aims: [
      none('requests by stopped servers before they stopped', verdict.requestsOfStopped),
      none('extra requests', extraRequests),
      none('stale writes', verdict.staleWrites),
      ...neverTwice(verdict, callsEach * points.length),
    ],
    figures: { seed, points: points.join(' '), ...verdict },
  }
}
