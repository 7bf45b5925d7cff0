import { once } from 'node:events'
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { FeedMessage } from '../../src/server/domain/feed.schema.ts'
import { FeedWatcher } from '../support/feed-watcher.ts'
import { type LiveRouter, startLiveServer } from '../support/live-server.ts'
import { createLiveWorld } from '../support/live-world.ts'
import { startTcpProxy } from '../support/tcp-proxy.ts'

/** A socket that counts what it is told in the words of the protocol. */
class ListeningSocket extends WebSocket {
  static frames: string[] = []
  static onFrame = () => {}
  constructor(url: string | URL) {
    super(url)
    this.on('message', (data) => {
      ListeningSocket.frames.push(String(data))
      // The client listens too, and comes after.
      queueMicrotask(() => ListeningSocket.onFrame())
    })
  }
}

/** Resolves once the condition holds; it is asked after every frame. */
const untilFrames = (isMet: () => boolean) =>
  new Promise<void>((resolve) => {
    ListeningSocket.onFrame = () => isMet() && resolve()
    ListeningSocket.onFrame()
  })

function openClient(port: number, options: Partial<Parameters<typeof createWSClient>[0]> = {}) {
  ListeningSocket.frames = []
  const socket = createWSClient({
    url: `ws://127.0.0.1:${port}/trpc`,
    WebSocket: ListeningSocket as unknown as typeof globalThis.WebSocket,
    retryDelayMs: () => 5,
    ...options,
  })
  return { socket, client: createTRPCClient<LiveRouter>({ links: [wsLink({ client: socket })] }) }
}

/** Two subscriptions and a query, sent in one batch, over one socket. */
async function subscribeTwice(port: number) {
  const { socket, client } = openClient(port)
  const heard: Record<'first' | 'second', { id: string; type: string }[]> = {
    first: [],
    second: [],
  }
  const subscribe = (name: 'first' | 'second') =>
    client.calls.live.subscribe(
      { after: null },
      { onData: ({ id, data }) => heard[name].push({ id, type: data.type }) },
    )
  const subscriptions = { first: subscribe('first'), second: subscribe('second') }
  const [page] = await Promise.all([
    client.calls.list.query({ tab: 'ready' }),
    untilFrames(() => heard.first.length === 1 && heard.second.length === 1),
  ])
  return { socket, heard, subscriptions, page, client }
}

it('serves a batch of subscriptions and queries on one socket, each under its own id', async () => {
  await using world = await createLiveWorld()
  const [id = ''] = await world.makeCalls(1)
  const { socket, heard, page, subscriptions, client } = await subscribeTwice(world.port)
  expect(page.calls).toMatchObject([{ id }])
  await world.change(id, 'told to both')
  await untilFrames(() => heard.first.length === 2 && heard.second.length === 2)
  expect(heard.first).toEqual(heard.second)
  const { feedCursor } = await world.list('ready')
  expect(heard.first.at(-1)).toEqual({ id: feedCursor, type: 'changes' })

  subscriptions.first.unsubscribe()
  // Answered in order: when the list is here, the server has heard of the end.
  await client.calls.list.query({ tab: 'ready' })
  await world.change(id, 'told to the second')
  await untilFrames(() => heard.second.length === 3)
  expect(heard.first.length).toBe(2)
  const lastFrames = ListeningSocket.frames.slice(-2).map((frame) => JSON.parse(frame))
  expect(lastFrames.map((frame) => frame.result.type)).toEqual(['data', 'data'])
  expect(ListeningSocket.frames.some((frame) => frame.includes('"stopped"'))).toBe(true)
  await socket.close()
})

it('goes on after a cut from the last id that it was sent past the handler', async () => {
  await using world = await createLiveWorld()
  await using proxy = await startTcpProxy(world.port)
  const [id = ''] = await world.makeCalls(1)
  using watcher = new FeedWatcher(proxy.port, null)
  await watcher.until(({ received }) => received.length === 1)
  await world.change(id, 'before the cut')
  await watcher.until(({ received }) => received.length === 2)
  const lastCursor = watcher.received.at(-1)?.cursor
  proxy.refuse(true)
  proxy.cut()
  await world.change(id, 'during the cut')
  proxy.refuse(false)
  await watcher.until(({ calls }) => calls.get(id)?.notes === 'during the cut')
  expect(watcher.received[2]).toMatchObject({ cursor: lastCursor, message: { type: 'hello' } })
  expect(watcher.faults).toEqual([])
})

it('hears the connection parameters of a client and answers its keep-alive', async () => {
  const said: unknown[] = []
  await using world = await createLiveWorld({ onConnectionParams: (params) => said.push(params) })
  const [id = ''] = await world.makeCalls(1)
  const pings = { enabled: true, intervalMs: 10, pongTimeoutMs: 5000 }
  const { socket, client } = openClient(world.port, {
    connectionParams: { token: 'a token' },
    keepAlive: pings,
  })
  const notes: unknown[] = []
  const onData = ({ data }: { data: FeedMessage }) =>
    notes.push(data.type === 'changes' ? data.calls[0]?.notes : data.type)
  client.calls.live.subscribe({ after: null }, { onData })
  await untilFrames(() => notes.length === 1)
  await untilFrames(() => ListeningSocket.frames.filter((frame) => frame === 'PONG').length >= 3)
  await world.change(id, 'told')
  await untilFrames(() => notes.length === 2)
  expect(said).toEqual([{ token: 'a token' }])
  expect(notes).toEqual(['hello', 'told'])
  await socket.close()
})

it('moves to another server when it is told to, without a gap or a repetition', async () => {
  await using world = await createLiveWorld()
  const { databaseUrl, identity } = world
  await using other = await startLiveServer({ databaseUrl, identity })
  await using proxy = await startTcpProxy(world.port)
  const [id = ''] = await world.makeCalls(1)
  using watcher = new FeedWatcher(proxy.port, null)
  await watcher.until(({ received }) => received.length === 1)
  await world.change(id, 'on the first')
  await watcher.until(({ calls }) => calls.get(id)?.notes === 'on the first')
  proxy.pointAt(other.port)
  await world.edge.drain(5000)
  expect(other.edge.connectionCount()).toBe(1)
  await world.change(id, 'on the second')
  await watcher.until(({ calls }) => calls.get(id)?.notes === 'on the second')
  expect(watcher.hellos).toEqual([true, true])
  expect(watcher.faults).toEqual([])
})

it('falls silent past the handler too when its identity has ended', async () => {
  const state = { hasEnded: false }
  await using world = await createLiveWorld({ hasEnded: () => state.hasEnded })
  const [id = ''] = await world.makeCalls(1)
  const socket = new WebSocket(`ws://127.0.0.1:${world.port}/trpc`)
  const heard: string[] = []
  const closing = once(socket, 'close')
  const params = { path: 'calls.live', input: { after: null } }
  socket.once('open', () => socket.send(JSON.stringify({ id: 1, method: 'subscription', params })))
  await new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      heard.push(String(data))
      if (heard.length === 2) resolve()
    })
  })
  state.hasEnded = true
  const [code] = await closing
  await world.change(id, 'not for you')
  expect(code).toBe(4401)
  expect(heard.length).toBe(2)
})
