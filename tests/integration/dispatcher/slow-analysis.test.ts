import { expect, test } from 'vitest'
import { createOfflineAnalysis } from '../../../src/server/analysis/offline-analysis.ts'
import { createDispatcher } from '../../../src/server/dispatcher/dispatcher.ts'
import type { AttemptOutcome } from '../../../src/server/domain/call-status.ts'
import {
  beginAttemptConversation,
  continueAttemptConversation,
} from '../../../src/server/services/hold-conversation.ts'
import { createDispatchWorld } from '../../support/dispatch-world.ts'
import { ScriptedProvider } from '../../support/scripted-provider.ts'

const talks = 6

test('conversations that take long to be read hold up no other news', async () => {
  await using world = await createDispatchWorld()
  await world.saveSchedule({ maxActiveCalls: talks + 1 })
  const provider = new ScriptedProvider()
  const offline = createOfflineAnalysis()
  let asked = 0
  let letRead: () => void = () => undefined
  const mayRead = new Promise<void>((resolve) => {
    letRead = resolve
  })
  const deps = {
    ...world.depsWith(provider),
    analysis: {
      ...offline,
      async analyze(...of: Parameters<typeof offline.analyze>) {
        asked += 1
        await mayRead
        return offline.analyze(...of)
      },
    },
  }
  for (let made = 0; made <= talks; made += 1) await world.makeDueCall()
  const dispatcher = createDispatcher(deps)
  dispatcher.start()
  await provider.whenAsked(talks + 1)
  await dispatcher.idle()

  const [other, ...talking] = provider.requests.map(({ placementKey }) => placementKey)
  const end = (placementKey: string, outcome: AttemptOutcome) =>
    provider.tell({
      type: 'ended',
      placementKey,
      providerCallId: provider.idOf(placementKey),
      at: world.clock.now(),
      source: 'callback',
      outcome,
      talkSec: 9,
      feedback: null,
    })
  for (const placementKey of talking) {
    await beginAttemptConversation(deps, { placementKey, answeredBy: 'human' })
    for (const [at, keys] of ['1', '9'].entries()) {
      const heard = { type: 'keys', keys } as const
      await continueAttemptConversation(deps, { placementKey, number: at + 1, heard })
    }
  }
  const ends = talking.map((placementKey) => end(placementKey, 'answered'))
  await expect.poll(() => asked, { timeout: 10_000 }).toBe(talks)
  await end(other ?? '', 'busy')
  const outcomes = async () =>
    (await world.db.call.findMany({ orderBy: { outcome: 'asc' } })).map(({ outcome }) => outcome)
  expect(await outcomes()).toEqual(['busy', ...Array(talks).fill(null)])
  letRead()
  await Promise.all(ends)
  expect(await outcomes()).toEqual([...Array(talks).fill('answered'), 'busy'])
  await dispatcher.stop()
})
