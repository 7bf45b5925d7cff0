import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { makeKey } from '../support/walls/make-key.ts'
import { WebVisitor } from '../support/walls/web-visitor.ts'

let server: TestServer
let visitor: WebVisitor
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T17:00:00Z' })
  visitor = new WebVisitor(server.address)
  expect((await visitor.mutate('account.enterDemo', { role: 'agent' })).status).toBe(200)
})
afterAll(() => server[Symbol.asyncDispose]())

/** What stands in Origin beside a good cookie; `here` is the server's own address. */
const origins: [what: string, origin: (here: URL) => string | null, status: number][] = [
  ['the own one', (here) => here.origin, 101],
  ['none', () => null, 403],
  ['null', () => 'null', 403],
  ['an empty one', () => '', 403],
  ['another site', () => 'https://evil.example', 403],
  ['another port', (here) => `http://localhost:${Number(here.port) + 1}`, 403],
  ['no port', () => 'http://localhost', 403],
  ['another scheme', (here) => `https://localhost:${here.port}`, 403],
  ['a name that ends alike', (here) => `http://evil-localhost:${here.port}`, 403],
  ['a name that begins alike', (here) => `http://localhost:${here.port}.evil.example`, 403],
  ['ours in front of an @', (here) => `http://localhost:${here.port}@evil.example`, 403],
  ['ours behind a path', (here) => `http://evil.example/localhost:${here.port}`, 403],
  ['capitals', (here) => `HTTP://LOCALHOST:${here.port}`, 403],
  ['two of them', (here) => `${here.origin} https://evil.example`, 403],
]

describe('the upgrade with a good cookie', () => {
  it.each(origins)('and %s as Origin', async (_what, originOf, status) => {
    const origin = originOf(new URL(server.address))
    const headers = { cookie: visitor.cookie, ...(origin !== null && { origin }) }
    expect(await visitor.upgrade(headers)).toBe(status)
  })

  it('and a name that was pointed at this machine', async () => {
    const { port } = new URL(server.address)
    const rebound = { host: `evil.example:${port}`, origin: `http://evil.example:${port}` }
    expect(await visitor.upgrade({ cookie: visitor.cookie, ...rebound })).toBe(403)
  })
})

describe('the upgrade without a good identity', () => {
  it.each([
    ['nothing', {}],
    ['a made-up session', { cookie: 'ringback-session=abc.def' }],
    ['a made-up key', { authorization: 'Bearer rb_nothing' }],
    ['a password', { authorization: 'Basic cm9iaW46c2VjcmV0' }],
  ])('is refused to %s', async (_what, headers) => {
    expect(await visitor.upgrade({ origin: server.address, ...headers })).toBe(401)
  })

  it('is refused to a made-up key beside a good cookie', async () => {
    const headers = { cookie: visitor.cookie, authorization: 'Bearer rb_nothing' }
    expect(await visitor.upgrade({ origin: server.address, ...headers })).toBe(401)
  })

  it('happens for a program with a key, which sends no Origin', async () => {
    const { key } = await makeKey(server.db, server.organizationId, ['read'])
    expect(await visitor.upgrade({ authorization: `Bearer ${key}` })).toBe(101)
    const elsewhere = { authorization: `Bearer ${key}`, origin: 'https://evil.example' }
    expect(await visitor.upgrade(elsewhere)).toBe(403)
  })
})

describe('an open socket', () => {
  it('carries subscriptions and nothing else', async () => {
    using listener = await visitor.listen()
    const requests = [
      { method: 'query', params: { path: 'calls.facets' } },
      { method: 'mutation', params: { path: 'demo.reset' } },
      { method: 'mutation', params: { path: 'account.enterDemo', input: { role: 'manager' } } },
    ]
    for (const request of requests) {
      listener.ask(request)
      const answer = await listener.next((text) => text.includes('error'))
      expect(JSON.parse(answer)).toMatchObject({
        error: { data: { code: 'METHOD_NOT_SUPPORTED' } },
      })
    }
  })

  it('takes no subscription that the role may not have', async () => {
    const presenter = new WebVisitor(server.address)
    await presenter.mutate('account.enterDemo', { role: 'presenter' })
    using listener = await presenter.listen()
    const params = { path: 'scheduleConfig.preview', input: { config: {} } }
    listener.ask({ method: 'subscription', params })
    const answer = await listener.next((text) => text.includes('error'))
    expect(JSON.parse(answer)).toMatchObject({ error: { data: { code: 'FORBIDDEN' } } })
  })
})
