import type { FeedItem } from '../feed/feed.ts'

/** How an answer of tRPC's begins: the id of the request, as the client wrote it, unclosed. */
export type Address = string

export const addressOf = (request: { id: number | string; jsonrpc?: '2.0' }): Address =>
  JSON.stringify(request).slice(0, -1)

const results = new WeakMap<FeedItem, string>()
const frames = new WeakMap<FeedItem, Map<Address, Buffer>>()
// One item goes to a thousand sockets in a row: faster than looking it up each time.
let latest: { item: FeedItem; address: Address; frame: Buffer } | null = null

/**
 * An item as the WebSocket frame that tRPC would send it in. The item is turned into text once,
 * and into a frame once for each request id; most clients use the same few.
 */
export function frameOf(item: FeedItem, address: Address): Buffer {
  if (latest?.item === item && latest.address === address) return latest.frame
  let known = frames.get(item)
  if (known === undefined) {
    known = new Map()
    frames.set(item, known)
  }
  let frame = known.get(address)
  if (frame === undefined) {
    frame = textFrame(`${address},"result":${resultOf(item)}}`)
    known.set(address, frame)
  }
  latest = { item, address, frame }
  return frame
}

function resultOf(item: FeedItem): string {
  let text = results.get(item)
  if (text === undefined) {
    const { cursor, message } = item
    text = JSON.stringify({ type: 'data', id: cursor, data: { id: cursor, data: message } })
    results.set(item, text)
  }
  return text
}

/** One unmasked, unfragmented text frame (RFC 6455, section 5.2). */
function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const headerBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(headerBytes + length)
  frame[0] = 0x81
  if (headerBytes === 2) frame[1] = length
  else if (headerBytes === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.write(text, headerBytes)
  return frame
}
