import { createTRPCUntypedClient } from '@trpc/client'
import { expect, it } from 'vitest'
import { createLinks } from '../../../src/client/lib/links.ts'
import type { AppRouter } from '../../../src/server/trpc/router.ts'

/** Whatever was set in motion has come as far as it does without a timer. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** A page without shared workers, whose sockets the test opens and refuses by hand. */
function openPage() {
  const sockets: FakeSocket[] = []
  let refusals = 0
  class FakeSocket extends EventTarget {
    static OPEN = 1
    static CLOSING = 2
    static CLOSED = 3
    readyState = 0
    isClosed = false
    constructor() {
      super()
      sockets.push(this)
    }
    send() {}
    close() {
      this.isClosed = true
    }
    open() {
      this.readyState = FakeSocket.OPEN
      this.dispatchEvent(new Event('open'))
      return settled()
    }
    refuse() {
      this.readyState = FakeSocket.CLOSED
      this.dispatchEvent(new Event('error'))
      this.dispatchEvent(new Event('close'))
      return settled()
    }
  }
  const { links } = createLinks({
    origin: 'http://ringback.example',
    WebSocket: FakeSocket as unknown as typeof WebSocket,
    random: () => 0.999,
    onRefused: () => {
      refusals += 1
    },
  })
  const client = createTRPCUntypedClient<AppRouter>({ links })
  return {
    sockets,
    refusals: () => refusals,
    async subscribe() {
      const onData = () => undefined
      const { unsubscribe } = client.subscription('calls.live', { after: null }, { onData })
      await settled()
      return unsubscribe
    },
  }
}

it('lets whoever signs in not wait with a socket that was refused before', async () => {
  const { sockets, refusals, subscribe } = openPage()
  const leave = await subscribe()
  await sockets[0]?.refuse()
  expect([sockets.length, refusals()]).toEqual([1, 1])
  leave()
  const leaveAgain = await subscribe()
  expect(sockets).toHaveLength(2)
  await sockets[1]?.open()
  leaveAgain()
})

it('waits with a refused socket as long as somebody does', async () => {
  const { sockets, subscribe } = openPage()
  const leaves = [await subscribe(), await subscribe()]
  await sockets[0]?.refuse()
  leaves[0]?.()
  leaves.push(await subscribe())
  expect(sockets).toHaveLength(1)
  for (const leave of leaves) leave()
})

it('opens another socket for who comes after the last one left, who may be somebody else', async () => {
  const { sockets, subscribe } = openPage()
  const leave = await subscribe()
  await sockets[0]?.open()
  leave()
  await settled()
  expect(sockets[0]?.isClosed).toBe(true)
  const leaveAgain = await subscribe()
  expect(sockets).toHaveLength(2)
  leaveAgain()
})
