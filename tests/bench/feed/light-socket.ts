import { randomBytes } from 'node:crypto'
import net from 'node:net'

export type LightSocket = {
  send(text: string): void
  close(): void
}

/**
 * A WebSocket client that does no more than find where frames end, so that a thousand of them in
 * one process leave the figures to the server. Knows unfragmented text frames only.
 */
export function openLightSocket(input: {
  port: number
  path: string
  headers?: Record<string, string>
  onOpen: (socket: LightSocket) => void
  onText: (text: Buffer, socket: LightSocket) => void
  onClose?: () => void
}): LightSocket {
  const { port, path, onOpen, onText } = input
  const socket = net.connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  let isOpen = false
  let rest: Buffer = Buffer.alloc(0)
  const self: LightSocket = {
    send: (text) => void socket.write(frameOf(text)),
    close: () => void socket.destroy(),
  }
  socket.write(
    [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ...Object.entries(input.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
      '\r\n',
    ].join('\r\n'),
  )
  socket.on('error', () => undefined)
  socket.on('close', () => input.onClose?.())
  socket.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    if (!isOpen) {
      const end = rest.indexOf('\r\n\r\n')
      if (end === -1) return
      isOpen = true
      rest = rest.subarray(end + 4)
      onOpen(self)
    }
    let at = 0
    for (let found = frameAt(rest, at); found !== null; found = frameAt(rest, at)) {
      at = found.end
      const text = rest.subarray(found.start, found.end)
      // tRPC's keep-alive.
      if (text.length === 4 && text.toString() === 'PING') self.send('PONG')
      else if (found.isText) onText(text, self)
    }
    rest = rest.subarray(at)
  })
  return self
}

function frameAt(bytes: Buffer, at: number) {
  if (bytes.length < at + 2) return null
  const isText = ((bytes[at] ?? 0) & 0x0f) === 1
  const short = (bytes[at + 1] ?? 0) & 0x7f
  const header = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length < at + header) return null
  const length =
    short === 126
      ? bytes.readUInt16BE(at + 2)
      : short === 127
        ? Number(bytes.readBigUInt64BE(at + 2))
        : short
  const end = at + header + length
  return bytes.length < end ? null : { isText, start: at + header, end }
}

/** A client has to mask what it sends; a mask of zeros changes nothing. */
function frameOf(text: string): Buffer {
  const body = Buffer.from(text)
  const header =
    body.length < 126
      ? Buffer.from([0x81, 0x80 | body.length])
      : Buffer.from([0x81, 0x80 | 126, body.length >> 8, body.length & 0xff])
  return Buffer.concat([header, Buffer.alloc(4), body])
}
