import { randomUUID } from 'node:crypto'
import type { PlacementRequest, Provider } from '../../../src/server/telephony/port.ts'
import { makeHostile } from '../../../src/server/telephony/simulator/hostile-provider.ts'
import { createSimulator } from '../../../src/server/telephony/simulator/simulator.ts'
import { ManualClock } from '../../support/manual-clock.ts'
import { type Course, describeProvider, type ProviderStage } from '../../support/provider-suite.ts'

const scenarios = { answers: 'promoter', is_busy: 'busy', does_not_answer: 'missed' } as const

async function openStage(seed: string, isHostile: boolean): Promise<ProviderStage> {
  const clock = new ManualClock('2026-11-20T17:00:00Z')
  const simulator = createSimulator({ clock, seed })
  const opened = new Map<string, Set<string>>()
  /** Keeps the simulator's books for it. */
  const counting: Provider = {
    ...simulator,
    async place(request, signal) {
      const accepted = await simulator.place(request, signal)
      const lines = opened.get(request.placementKey) ?? new Set()
      opened.set(request.placementKey, lines.add(accepted.providerCallId))
      return accepted
    },
  }
  const provider = isHostile
    ? makeHostile(counting, { clock, seed, isHostile: () => true })
    : counting
  let phones = 0
  return {
    provider,
    isCalm: !isHostile,
    request(course: Course): PlacementRequest {
      phones += 1
      return {
        placementKey: randomUUID(),
        phoneNumber: `+1469555${String(phones).padStart(4, '0')}`,
        ringTimeoutSec: 20,
        isDemo: false,
        scenario: scenarios[course],
      }
    },
    async until(condition) {
      for (let step = 0; step < 2000; step += 1) {
        if (await condition()) return
        await clock.advance(250)
      }
      throw new Error('It never happened.')
    },
    linesOpened: (placementKey) => opened.get(placementKey)?.size ?? 0,
    [Symbol.asyncDispose]: () => provider.close(),
  }
}

describeProvider('simulator', () => openStage('calm', false))
for (const seed of ['bad', 'worse', 'worst']) {
  describeProvider(`hostile simulator (${seed})`, () => openStage(seed, true))
}
