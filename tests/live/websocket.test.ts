import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { FeedWatcher } from '../support/feed-watcher.ts'
import { createLiveWorld } from '../support/live-world.ts'
import type { LiveWorld } from '../support/open-live-world.ts'

const open = async (port: number, path = '/trpc', headers: Record<string, string> = {}) => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
  await once(socket, 'open')
  return socket
}

/** The HTTP status with which an upgrade is refused; 101 when it is not. */
const statusOf = (port: number, path: string, headers: Record<string, string> = {}) =>
  new Promise<number>((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
    socket.on('error', () => undefined)
    socket.on('unexpected-response', (_, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.on('open', () => {
      resolve(101)
      socket.terminate()
    })
  })

async function expectToServe(world: LiveWorld): Promise<void> {
  using watcher = new FeedWatcher(world.port, null)
  await watcher.until(({ received }) => received.length === 1)
}

describe('the upgrade', () => {
  it('happens at /trpc only', async () => {
    await using world = await createLiveWorld()
    for (const path of ['/', '/trpcx', '/trpc/calls.live', '/elsewhere?trpc', '//trpc']) {
      expect(await statusOf(world.port, path), path).toBe(404)
    }
    expect(await statusOf(world.port, '/trpc?connectionParams=1')).toBe(101)
  })

  type Row = [origin: (port: number) => string, status: number]
  const foreign: Row[] = [
    [() => 'null', 403],
    [() => '', 403],
    [() => 'http://127.0.0.1', 403],
    [(port) => `http://127.0.0.1:${port}.evil.example`, 403],
    [(port) => `http://evil.example#127.0.0.1:${port}`, 403],
    [(port) => `http://evil.example/127.0.0.1:${port}`, 403],
    [(port) => `http://user@127.0.0.1:${port}`, 403],
    [(port) => `chrome-extension://127.0.0.1:${port}`, 403],
    [() => 'https://ringback.example.evil.example', 403],
    [() => 'http://ringback.example', 403],
    [() => 'https://RINGBACK.example', 403],
  ]
  const ofNumber: Row[] = [
    [(port) => `http://127.0.0.1:${port}`, 101],
    // Whoever owns a name can point it at this machine.
    [(port) => `http://ringback.example:${port}`, 403],
    [() => 'https://ringback.example', 403],
    ...foreign,
  ]
  const ofName: Row[] = [
    [() => 'https://ringback.example', 101],
    [(port) => `http://127.0.0.1:${port}`, 403],
    ...foreign,
  ]
  it.each([
    ['an address of its own', null, ofNumber],
    ['a public address', 'https://ringback.example', ofName],
  ])('is refused to pages of other origins, on %s', async (_, publicOrigin, table) => {
    await using world = await createLiveWorld({ publicOrigin })
    for (const [originAt, status] of table) {
      const origin = originAt(world.port)
      expect(await statusOf(world.port, '/trpc', { origin }), `"${origin}"`).toBe(status)
    }
  })
})

describe('what clients may send', () => {
  it('outlives a thousand malformed frames', async () => {
    await using world = await createLiveWorld()
    const malformed = ['', '{', '[]', 'null', '0', '"x"', '[[]]', '{"id":1}', '{"method":"query"}']
    for (let round = 0; round < 10; round += 1) {
      const socket = await open(world.port)
      socket.on('error', () => undefined)
      for (let frame = 0; frame < 100; frame += 1) {
        const text = malformed[frame % malformed.length] ?? ''
        if (frame % 4 === 3) socket.send(randomBytes(1 + frame))
        else socket.send(text)
      }
      // Below the protocol: bytes that are no WebSocket frame at all.
      const raw: unknown = Reflect.get(socket, '_socket')
      if (raw instanceof Object && 'write' in raw && raw.write instanceof Function) {
        raw.write(randomBytes(200))
      }
      await once(socket, 'close')
    }
    await expectToServe(world)
  })

  it('closes on a frame over 64 KiB with 1009', async () => {
    await using world = await createLiveWorld()
    const socket = await open(world.port)
    socket.send(`"${'x'.repeat(64 * 1024)}"`)
    const [code] = await once(socket, 'close')
    expect(code).toBe(1009)
    await expectToServe(world)
  })

  it('refuses a batch of more than ten', async () => {
    await using world = await createLiveWorld()
    const socket = await open(world.port)
    const request = (id: number) => ({
      id,
      method: 'subscription',
      params: { path: 'calls.live', input: { after: null } },
    })
    socket.send(JSON.stringify(Array.from({ length: 11 }, (_, id) => request(id))))
    const [answer] = await once(socket, 'message')
    expect(JSON.parse(String(answer))).toMatchObject({ error: { data: { code: 'BAD_REQUEST' } } })
    socket.terminate()
  })

  it('has room for fifty subscriptions on a socket, and closes one that goes on asking', async () => {
    await using world = await createLiveWorld()
    const socket = await open(world.port)
    const answers = new Map<number, string>()
    let wake = () => {}
    socket.on('message', (data) => {
      const { id, error } = JSON.parse(String(data))
      answers.set(id, error?.data.code ?? 'ok')
      wake()
    })
    const answered = async (ids: number[]) => {
      for (; !ids.every((id) => answers.has(id)); ) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      return new Set(ids.map((id) => answers.get(id)))
    }
    const subscribe = (from: number) => {
      const ids = Array.from({ length: 10 }, (_, at) => from + at)
      const params = { path: 'calls.live', input: { after: null } }
      socket.send(JSON.stringify(ids.map((id) => ({ id, method: 'subscription', params }))))
      return answered(ids)
    }
    const stop = (id: number) => socket.send(JSON.stringify({ id, method: 'subscription.stop' }))
    for (let from = 0; from < 50; from += 10) {
      expect(await subscribe(from)).toEqual(new Set(['ok']))
    }
    expect(await subscribe(50)).toEqual(new Set(['TOO_MANY_REQUESTS']))
    for (let id = 0; id < 10; id += 1) stop(id)
    expect(await subscribe(60), 'where others left').toEqual(new Set(['ok']))
    const closed = once(socket, 'close')
    for (let from = 70; from < 120; from += 10) void subscribe(from)
    expect((await closed)[0]).toBe(1008)
    await expectToServe(world)
  })

  it('closes a socket that says nothing', async () => {
    await using world = await createLiveWorld({ firstWordMs: 50 })
    const socket = await open(world.port)
    await once(socket, 'close')
    await expectToServe(world)
  })

  it('closes a socket that announced who it is and never said it', async () => {
    await using world = await createLiveWorld({ firstWordMs: 50 })
    const socket = await open(world.port, '/trpc?connectionParams=1')
    const closed = once(socket, 'close')
    socket.send('PING')
    expect(String((await once(socket, 'message'))[0])).toBe('PONG')
    await closed
  })
})

it('cuts off who does not read, at 1 MB, while others go on', async () => {
  await using world = await createLiveWorld()
  const [id = ''] = await world.makeCalls(1)
  const deaf = await open(world.port)
  const params = { path: 'calls.live', input: { after: null } }
  deaf.send(JSON.stringify({ id: 1, method: 'subscription', params }))
  await once(deaf, 'message')
  deaf.pause()
  using watcher = new FeedWatcher(world.port, null)
  await watcher.until(({ received }) => received.length === 1)
  expect(world.edge.connectionCount()).toBe(2)

  const isCut = () => world.edge.cutCount() === 1
  for (let round = 0; round < 200 && !isCut(); round += 1) {
    const notes = `${round} ${'x'.repeat(100_000)}`
    await world.change(id, notes)
    await watcher.until(({ calls }) => calls.get(id)?.notes === notes)
  }
  expect(isCut()).toBe(true)
  expect(watcher.hellos).toEqual([true])
  deaf.terminate()
})

it('tells clients to connect again when it drains, and lets them go on elsewhere', async () => {
  await using world = await createLiveWorld()
  const socket = await open(world.port)
  const notice = once(socket, 'message')
  const closed = once(socket, 'close')
  await world.edge.drain(10)
  const [message] = await notice
  const [code] = await closed
  expect(JSON.parse(String(message))).toEqual({ id: null, method: 'reconnect' })
  expect(code).toBe(1012)
  expect(await statusOf(world.port, '/trpc')).toBe(503)
})
