import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import type { FeedMessage } from '../../../src/server/domain/feed.schema.ts'
import type { FeedItem } from '../../../src/server/feed/feed.ts'
import { BoundedWebSocket } from '../../../src/server/http/bounded-web-socket.ts'
import { createLiveLines } from '../../../src/server/http/live-lines.ts'
import { sampleCall } from '../../support/sample-call.ts'

/** A wire whose other end reads only when it is told to. */
class SlowWire extends Duplex {
  private unread: { bytes: number; done: () => void }[] = []
  override _read() {}
  override _write(chunk: Buffer, _encoding: string, done: () => void) {
    this.unread.push({ bytes: chunk.length, done })
  }
  /** Reads what was sent by now, and nothing of what is sent because of that. */
  readAll() {
    let left = this.writableLength
    while (left > 0) {
      const next = this.unread.shift()
      if (next === undefined) throw new Error('There is nothing to read.')
      left -= next.bytes
      next.done()
    }
  }
}

function openSocket(wire: Duplex): BoundedWebSocket {
  const server = new WebSocketServer<typeof BoundedWebSocket>({
    noServer: true,
    WebSocket: BoundedWebSocket,
    perMessageDeflate: false,
  })
  const request = new IncomingMessage(new Socket())
  request.method = 'GET'
  request.headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  }
  const opened: BoundedWebSocket[] = []
  server.handleUpgrade(request, wire, Buffer.alloc(0), (socket) => opened.push(socket))
  const [socket] = opened
  if (socket === undefined) throw new Error('The upgrade was refused.')
  return socket
}

const counts = { ready: 1, missed: 0, completed: 0 }
const sentAt = '2026-11-20T17:30:00.000Z'
const hello: FeedMessage = { type: 'hello', recovered: true, counts, sentAt }
const itemOf = (kilobytes: number): FeedItem => ({
  cursor: 'x:1',
  message: {
    type: 'changes',
    deleted: [],
    counts,
    sentAt,
    calls: [sampleCall({ notes: 'x'.repeat(kilobytes * 1024) })],
  },
})

function openLine(wire: SlowWire) {
  const socket = openSocket(wire)
  wire.readAll()
  const lines = createLiveLines(socket, wire)
  lines.encode({ id: 1, result: { type: 'data', data: { data: hello } } })
  const sink = lines.behind(hello)
  if (sink === null) throw new Error('The line is not known.')
  return { socket, sink }
}

it('forgets what was owed once the reader has read everything', () => {
  const wire = new SlowWire()
  const { socket, sink } = openLine(wire)
  sink.onCaughtUp = () => sink.offer(itemOf(300))
  expect(sink.offer(itemOf(100))).toBe(true)
  expect(sink.offer(itemOf(300)), 'behind').toBe(false)
  for (let merged = 0; merged < 5; merged += 1) sink.owe(itemOf(100))
  wire.readAll()
  expect(wire.writableLength, 'what was merged is on its way').toBeGreaterThan(300 * 1024)
  expect(socket.wasCut).toBe(false)
})

it('cuts off who has not read what was sent and owes a megabyte', () => {
  const { socket, sink } = openLine(new SlowWire())
  sink.offer(itemOf(100))
  for (let merged = 0; merged < 10; merged += 1) sink.owe(itemOf(100))
  expect(socket.wasCut).toBe(true)
})
