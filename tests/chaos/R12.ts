import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import type { SeededRandom } from '../../src/server/services/demo-day/seeded-random.ts'
import { seededChance } from '../support/chaos-seed.ts'
import { openRawSocket } from '../support/deaf-sockets.ts'
import { FeedWatcher } from '../support/feed-watcher.ts'
import { atMost, type Measurement, none, round } from '../support/measurement.ts'
import { openRealHouse } from '../support/real-house.ts'

const framesPerPath = 1000
const framesPerConnection = 50
const paths = [
  '/trpc',
  '/trpc?connectionParams=1',
  '/',
  '/trpc/calls.live',
  '/metrics',
  '/api/v1/calls',
]

/** What clients get wrong or mean ill, against a real server process: it stays, and serves. */
export async function measure(): Promise<Measurement> {
  const { seed, random } = seededChance()
  await using house = await openRealHouse()
  const { place, cookie, servers } = house
  const [server] = servers
  if (server === undefined) throw new Error('The house has no server.')
  const { port, child } = server
  let exits = 0
  child.once('exit', () => {
    exits += 1
  })
  let frames = 0
  for (const path of paths) {
    for (let sent = 0; sent < framesPerPath; sent += framesPerConnection) {
      frames += await sendMalformed({ port, path, cookie, random })
    }
  }
  const silentSince = performance.now()
  const silent = await Promise.all(
    ['/trpc', '/trpc?connectionParams=1'].map((path) => openRawSocket(port, cookie, path)),
  )
  const silentClosed = Promise.all(silent.map((socket) => once(socket, 'close'))).then(
    () => performance.now() - silentSince,
  )
  const tooLong = await closeCodeOf(await openRawSocket(port, cookie), `"${'x'.repeat(65_536)}"`)
  const batch = await answerTo(await openRawSocket(port, cookie), batchOf(11))
  const greedy = await askForTooMuch(await openRawSocket(port, cookie))
  const silentMs = await Promise.race([silentClosed, pause(15_000).then(() => 15_000)])
  using watcher = new FeedWatcher(port, null, { WebSocket: place.WebSocket })
  const served = await Promise.race([
    watcher.until(({ received }) => received.length > 0).then(() => true),
    pause(10_000).then(() => false),
  ])
  return {
    name: 'R12',
    aims: [
      none('process exits', exits),
      none('refusals to serve afterwards', served ? 0 : 1),
      none('frames over 64 KiB not closed with 1009', tooLong === 1009 ? 0 : 1),
      none('batches over ten accepted', batch.includes('BAD_REQUEST') ? 0 : 1),
      none('subscriptions over fifty accepted', greedy.accepted > 50 ? greedy.accepted - 50 : 0),
      none('sockets that go on asking not closed with 1008', greedy.code === 1008 ? 0 : 1),
      atMost('silent sockets closed after', 10, silentMs / 1000, 's'),
    ],
    figures: { seed, paths: paths.length, frames, 'silent closed after s': round(silentMs / 1000) },
  }
}

const texts = ['', '{', '[]', 'null', '0', '"x"', '[[]]', '{"id":1}', '{"method":"query"}']

/** Frames with every wrong there is: opcode, reserved bits, lengths, masks, text that is no UTF-8. */
function malformedFrame(random: SeededRandom): Buffer {
  const bytes = (count: number) =>
    Buffer.from(Array.from({ length: count }, () => random.whole(0, 255)))
  if (random.chance(0.4)) {
    const body = random.chance(0.5) ? Buffer.from(random.pick(texts)) : bytes(random.whole(1, 120))
    const head = Buffer.from([0x80 | random.pick([1, 2, 9]), 0x80 | body.length, 0, 0, 0, 0])
    return Buffer.concat([head, body])
  }
  return bytes(random.whole(1, 200))
}

/** Asks for an upgrade and goes on with malformed frames, whatever the answer is. */
async function sendMalformed(input: {
  port: number
  path: string
  cookie: string
  random: SeededRandom
}): Promise<number> {
  const { port, path, cookie, random } = input
  const socket = net.connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  // Being cut off is what most of it ends in: an error is no surprise.
  const heard = (event: string) =>
    new Promise<void>((resolve) => socket.once(event, () => resolve()))
  const closed = heard('close')
  socket.write(
    [
      `GET ${path} HTTP/1.1`,
      ...[`Host: 127.0.0.1:${port}`, 'Connection: Upgrade', 'Upgrade: websocket'],
      ...['Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`],
      ...[`Cookie: ${cookie}`, `Origin: http://127.0.0.1:${port}`, '\r\n'],
    ].join('\r\n'),
  )
  // Half of them come behind the answer, the others before the server has made up its mind.
  if (random.chance(0.5)) await Promise.race([heard('data'), closed])
  for (let frame = 0; frame < framesPerConnection; frame += 1) {
    if (!socket.destroyed) socket.write(malformedFrame(random))
  }
  socket.end()
  await Promise.race([closed, pause(500)])
  socket.destroy()
  return framesPerConnection
}

async function closeCodeOf(socket: WebSocket, text: string): Promise<number> {
  const closed = once(socket, 'close')
  socket.send(text)
  return (await closed)[0]
}

async function answerTo(socket: WebSocket, text: string): Promise<string> {
  const answered = once(socket, 'message')
  socket.send(text)
  const [answer] = await answered
  socket.terminate()
  return String(answer)
}

/** Subscribes on and on, until the server has enough of it. */
async function askForTooMuch(socket: WebSocket): Promise<{ accepted: number; code: number }> {
  const accepted = new Set<number>()
  socket.on('message', (data) => {
    if (String(data) === 'PING') return socket.send('PONG')
    const { id, result } = JSON.parse(String(data))
    if (result?.type === 'started') accepted.add(id)
  })
  const closed = once(socket, 'close')
  for (let from = 0; from < 200; from += 10) socket.send(batchOf(10, from))
  const [code] = await Promise.race([closed, pause(10_000).then(() => [0])])
  socket.terminate()
  return { accepted: accepted.size, code }
}

const batchOf = (count: number, from = 0): string =>
  JSON.stringify(
    Array.from({ length: count }, (_, at) => ({
      id: from + at,
      method: 'subscription',
      params: { path: 'calls.live', input: { after: null } },
    })),
  )
