import { EventEmitter, once } from 'node:events'
import net from 'node:net'

export type TcpProxy = AsyncDisposable & {
  port: number
  /** Breaks every open connection at once, as a pulled cable or a killed process would. */
  cut(): void
  /** Cuts once so many more bytes have come from the target, wherever in a frame that is. */
  cutAfter(bytes: number): Promise<void>
  /** Where newcomers are led from now on. */
  pointAt(port: number): void
  /** While true, newcomers are turned away. */
  refuse(isRefusing: boolean): void
  /** Resolves once so many newcomers were turned away from now on. */
  refusals(count: number): Promise<void>
  /** How many connections were let through so far. */
  acceptedCount(): number
}

/** Passes connections on to a port of this machine, until the test breaks them. */
export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const open = new Set<net.Socket>()
  let leadsTo = targetPort
  let isRefusing = false
  let accepted = 0
  let awaited: { bytes: number; resolve: () => void } | null = null
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy()
  }
  const pass = (chunk: Buffer, client: net.Socket) => {
    if (awaited === null) return client.write(chunk)
    const { bytes, resolve } = awaited
    if (chunk.length < bytes) {
      awaited = { bytes: bytes - chunk.length, resolve }
      return client.write(chunk)
    }
    awaited = null
    client.write(chunk.subarray(0, bytes), () => {
      cut()
      resolve()
    })
    return true
  }
  const refused = new EventEmitter()
  const server = net.createServer((client) => {
    if (isRefusing) {
      client.resetAndDestroy()
      refused.emit('one')
      return
    }
    accepted += 1
    const target = net.connect(leadsTo, '127.0.0.1')
    for (const [socket, other] of [
      [client, target],
      [target, client],
    ] as const) {
      open.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
    client.pipe(target)
    target.on('data', (chunk: Buffer) => {
      if (!pass(chunk, client)) target.pause()
    })
    target.on('end', () => client.end())
    client.on('drain', () => target.resume())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return {
    port: address.port,
    cut,
    cutAfter: (bytes) =>
      new Promise((resolve) => {
        awaited = { bytes, resolve }
      }),
    pointAt: (port) => {
      leadsTo = port
    },
    refuse: (value) => {
      isRefusing = value
    },
    async refusals(count) {
      for (let seen = 0; seen < count; seen += 1) await once(refused, 'one')
    },
    acceptedCount: () => accepted,
    async [Symbol.asyncDispose]() {
      server.close()
      cut()
      await once(server, 'close')
    },
  }
}
