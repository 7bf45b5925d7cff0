import type { Duplex } from 'node:stream'
import { jsonEncoder } from '@trpc/server/adapters/ws'
import type { FeedMessage } from '../domain/feed.schema.ts'
import type { FeedItem, FeedSink } from '../feed/feed.ts'
import type { BoundedWebSocket } from './bounded-web-socket.ts'
import { type Address, addressOf, frameOf } from './live-frames.ts'

/** A reader with more than this unsent is behind: it gets what follows merged, once it reads on. */
const BEHIND_BYTES = 64 * 1024

/**
 * The ways past tRPC's handler on one socket. The handler spends more on a message than the rest of
 * its delivery costs, and makes its text anew for every subscriber. So a subscription begins in it,
 * and what tRPC encodes for hello tells by which request id to go on beside it.
 */
export type LiveLines = {
  /** An encoder for tRPC's handler. */
  encode(data: unknown): ReturnType<typeof jsonEncoder.encode>
  /** Null while tRPC has not sent `message` on this socket. */
  behind(message: FeedMessage): FeedSink | null
}

export function createLiveLines(socket: BoundedWebSocket, wire: Duplex): LiveLines {
  const addresses = new WeakMap<object, Address>()
  const sinks = new Set<FeedSink>()
  let isBehind = false
  wire.on('drain', () => {
    isBehind = false
    // All that was owed has been read by now: it must not count against what goes out next.
    socket.boundBuffer()
    const waiting = [...sinks]
    sinks.clear()
    for (const sink of waiting) sink.onCaughtUp()
  })

  return {
    encode(data) {
      const hello = readHello(data)
      if (hello !== null) addresses.set(hello.message, hello.address)
      return jsonEncoder.encode(data)
    },
    behind(message) {
      const address = addresses.get(message)
      return address === undefined ? null : sinkOf(address)
    },
  }

  function sinkOf(address: Address): FeedSink {
    const sink: FeedSink = {
      offer(item) {
        if (socket.readyState !== socket.OPEN) return true
        if (isBehind) {
          sinks.add(sink)
          sink.owe(item)
          return false
        }
        wire.write(frameOf(item, address))
        isBehind = wire.writableLength > BEHIND_BYTES
        socket.boundBuffer()
        return true
      },
      owe: (item) => socket.boundBuffer(sizeOf(item, address)),
      onCaughtUp: () => undefined,
    }
    return sink
  }
}

const sizeOf = (item: FeedItem, address: Address) => frameOf(item, address).length

function readHello(data: unknown): { message: object; address: Address } | null {
  if (!isObject(data) || !isObject(data.result) || !isObject(data.result.data)) return null
  const message = data.result.data.data
  if (!isObject(message) || message.type !== 'hello') return null
  const { id, jsonrpc } = data
  if (typeof id !== 'number' && typeof id !== 'string') return null
  return { message, address: addressOf(jsonrpc === '2.0' ? { id, jsonrpc } : { id }) }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
