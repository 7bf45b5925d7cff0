import { once } from 'node:events'
import { WebSocket } from 'ws'

const subscription = { path: 'calls.live', input: { after: null } }

/** A raw socket to a server, as the page of who owns the cookie would open it. */
export async function openRawSocket(
  port: number,
  cookie: string,
  path = '/trpc',
): Promise<WebSocket> {
  const origin = `http://127.0.0.1:${port}`
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { cookie, origin } })
  socket.on('error', () => undefined)
  await once(socket, 'open')
  return socket
}

/** Subscribes, hears hello, and reads no more. */
export async function openDeafSocket(port: number, cookie: string): Promise<WebSocket> {
  const socket = await openRawSocket(port, cookie)
  socket.send(JSON.stringify({ id: 1, method: 'subscription', params: subscription }))
  await once(socket, 'message')
  socket.pause()
  return socket
}
