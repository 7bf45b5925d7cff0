import { once } from 'node:events'
import { WebSocket } from 'ws'

/** Somebody with cookies at a server that listens, over real HTTP and real sockets. */
export class WebVisitor {
  cookie = ''

  constructor(readonly address: string) {}

  async mutate(name: string, input?: unknown): Promise<{ status: number; data: unknown }> {
    const answer = await fetch(`${this.address}/trpc/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.cookie && { cookie: this.cookie }) },
      ...(input !== undefined && { body: JSON.stringify(input) }),
    })
    const cookies = answer.headers.getSetCookie().map((each) => each.split(';')[0] ?? '')
    if (cookies.length > 0) this.cookie = cookies.filter((each) => !each.endsWith('=')).join('; ')
    const body = (await answer.json()) as { result?: { data: unknown } }
    return { status: answer.status, data: body.result?.data ?? null }
  }

  async query(name: string): Promise<unknown> {
    const answer = await fetch(`${this.address}/trpc/${name}`, { headers: { cookie: this.cookie } })
    return ((await answer.json()) as { result?: { data: unknown } }).result?.data ?? null
  }

  /** The HTTP status with which the upgrade is answered; 101 when it happens. */
  async upgrade(headers: Record<string, string>): Promise<number> {
    const socket = new WebSocket(`${this.address.replace(/^http/, 'ws')}/trpc`, { headers })
    socket.on('error', () => undefined)
    const status = await new Promise<number>((resolve) => {
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
      socket.on('open', () => resolve(101))
    })
    socket.terminate()
    return status
  }

  /** A socket that listens to the changes of calls; resolves once the first one is heard of. */
  async listen(headers: Record<string, string> = this.ownHeaders()): Promise<Listener> {
    const socket = new WebSocket(`${this.address.replace(/^http/, 'ws')}/trpc`, { headers })
    await once(socket, 'open')
    const listener = new Listener(socket)
    listener.ask({ method: 'subscription', params: { path: 'calls.live', input: { after: null } } })
    await once(socket, 'message')
    return listener
  }

  private ownHeaders = () => ({ cookie: this.cookie, origin: this.address })
}

/** An open socket, and when it last said something. */
export class Listener {
  readonly closed: Promise<{ code: number; atMs: number }>
  lastHeardMs = Number.NEGATIVE_INFINITY
  heardCount = 0
  private askedCount = 0

  constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      // As every client does: who does not answer is taken for gone.
      if (String(data) === 'PING') return socket.send('PONG')
      this.lastHeardMs = performance.now()
      this.heardCount += 1
    })
    this.closed = once(socket, 'close').then(([code]) => ({ code, atMs: performance.now() }))
  }

  ask(request: Record<string, unknown>): void {
    this.askedCount += 1
    this.socket.send(JSON.stringify({ id: this.askedCount, ...request }))
  }

  /** The next message that the condition fits. */
  async next(isIt: (message: string) => boolean = () => true): Promise<string> {
    for (;;) {
      const [data] = await once(this.socket, 'message')
      if (isIt(String(data))) return String(data)
    }
  }

  [Symbol.dispose](): void {
    this.socket.terminate()
  }
}
