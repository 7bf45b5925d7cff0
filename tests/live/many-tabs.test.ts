import { expect, it } from 'vitest'
import { createLinks } from '../../src/client/lib/links.ts'
import { createSubscriptionPool } from '../../src/client/lib/shared-socket/subscription-pool.ts'
import { createLiveWorld } from '../support/live-world.ts'
import { startTcpProxy } from '../support/tcp-proxy.ts'

it('carries the subscriptions of eleven tabs over a cut', async () => {
  await using world = await createLiveWorld()
  const [id = ''] = await world.makeCalls(1)
  await using proxy = await startTcpProxy(world.port)
  let sockets = 0
  const subscribe = createSubscriptionPool(() => {
    const origin = `http://127.0.0.1:${proxy.port}`
    sockets += 1
    return createLinks({ origin, random: () => 0 }).links
  })
  const failures: string[] = []
  const heard = Array.from({ length: 11 }, () => '')
  let wake = () => {}
  const until = async (isMet: (text: string) => boolean) => {
    for (; !heard.every(isMet) && failures.length === 0; ) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  const ends = heard.map((_, tab) =>
    subscribe(
      { path: 'calls.live', input: { after: null } },
      {
        onData(data) {
          heard[tab] += JSON.stringify(data)
          wake()
        },
        onState: () => undefined,
        onError(message) {
          failures.push(message)
          wake()
        },
        onComplete: () => undefined,
      },
    ),
  )
  await until((text) => text.includes('hello'))
  proxy.cut()
  await world.change(id, 'after the cut')
  await until((text) => text.includes('after the cut'))
  expect(failures).toEqual([])
  expect(sockets).toBe(2)
  for (const end of ends) end()
})
