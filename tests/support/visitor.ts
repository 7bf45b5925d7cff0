import type { FastifyInstance } from 'fastify'

export type Answer = {
  status: number
  data: unknown
  error: { message: string; issues: unknown[] } | null
}

/** Somebody with a browser's cookies, who calls procedures over HTTP; nothing listens. */
export class Visitor {
  readonly cookies = new Map<string, string>()

  constructor(
    private readonly server: FastifyInstance,
    private readonly address = '192.0.2.7',
  ) {}

  mutate(path: string, input?: unknown): Promise<Answer> {
    return this.send('POST', `/trpc/${path}`, input === undefined ? '' : JSON.stringify(input))
  }

  query(path: string, input?: unknown): Promise<Answer> {
    const asked = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
    return this.send('GET', `/trpc/${path}${asked}`)
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  private async send(method: 'GET' | 'POST', url: string, payload?: string): Promise<Answer> {
    const response = await this.server.inject({
      method,
      url,
      payload,
      remoteAddress: this.address,
      headers: {
        ...(this.cookies.size > 0 && { cookie: this.cookie }),
        ...(method === 'POST' && { 'content-type': 'application/json', 'x-ringback': '1' }),
      },
    })
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const body = response.json()
    return {
      status: response.statusCode,
      data: body.result?.data ?? null,
      error: body.error
        ? { message: body.error.message, issues: body.error.data?.issues ?? [] }
        : null,
    }
  }
}
