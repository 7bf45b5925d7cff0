import { expect, test } from 'vitest'
import { createDispatcher } from '../../../src/server/dispatcher/dispatcher.ts'
import type { Provider } from '../../../src/server/telephony/port.ts'
import { makeHostile } from '../../../src/server/telephony/simulator/hostile-provider.ts'
import { createSimulator } from '../../../src/server/telephony/simulator/simulator.ts'
import { createDispatchWorld, FRIDAY_NOON } from '../../support/dispatch-world.ts'
import { createFastClock } from '../../support/fast-clock.ts'

const rank = [
  'ready',
  'placing',
  'ringing',
  'in_progress',
  'unknown',
  'completed',
  'missed',
  'failed',
]
const final = ['completed', 'missed', 'failed', 'unknown']

test('whatever a provider does, each attempt is asked for once and its call comes to one end', async () => {
  await using world = await createDispatchWorld()
  await world.saveSchedule({
    maxActiveCalls: 100,
    maxPerMinute: 1000,
    maxAttempts: 1,
    autoPause: { failureRatio: 1, minAttempts: 1000 },
  })
  const clock = createFastClock(FRIDAY_NOON, 20)
  const simulator = createSimulator({ clock, seed: 'life', speed: 4 })
  const asked: string[] = []
  const counting: Provider = {
    ...simulator,
    place(request, signal) {
      asked.push(request.placementKey)
      return simulator.place(request, signal)
    },
  }
  const scenarios = ['promoter', 'busy', 'missed', 'voicemail', 'opt-out']
  const calls = []
  for (let made = 0; made < 30; made += 1) {
    calls.push(
      await world.makeDueCall({ demoScenario: scenarios[made % scenarios.length] ?? null }),
    )
  }
  const provider = makeHostile(counting, { clock, seed: 'life', isHostile: () => true })
  const dispatcher = createDispatcher({ ...world.depsWith(provider), clock })
  dispatcher.start()
  const open = { status: { in: ['ready', 'placing', 'ringing', 'in_progress'] } }
  await expect.poll(() => world.db.call.count({ where: open }), { timeout: 25_000 }).toBe(0)
  await provider.close()
  await dispatcher.stop()

  expect(new Set(asked).size).toBe(asked.length)
  for (const { id, demoScenario } of calls) {
    const call = await world.callById(id)
    const attempts = await world.attemptsOf(id)
    expect(attempts).toHaveLength(1)
    expect(final).toContain(call.status)
    const ranks = (await world.statusesTold(id)).map((status) => rank.indexOf(status))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    expect(call.version).toBe(1 + ranks.length)
    const wasRung = asked.includes(attempts[0]?.placementKey ?? '')
    if (!wasRung) expect(['failed', 'unknown']).toContain(call.status)
    if (wasRung && demoScenario === 'busy' && call.status !== 'unknown') {
      expect(['busy', 'no_answer']).toContain(call.outcome)
    }
  }
})
