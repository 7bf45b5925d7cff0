import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = { path: string; headers: Record<string, string>; body: string }

/** A program that is told things, and answers as the test says. */
export async function startHookReceiver() {
  const received: Received[] = []
  const receiver = {
    received,
    url: '',
    /** What it answers next, and from then on. */
    status: 200,
    headers: {} as Record<string, string>,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += String(part)
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    received.push({ path: request.url ?? '', headers, body })
    response.writeHead(receiver.status, receiver.headers)
    response.end(`answered ${receiver.status}`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  return receiver
}

export type HookReceiver = Awaited<ReturnType<typeof startHookReceiver>>
