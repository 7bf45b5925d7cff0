import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWalledWorld, type WalledWorld } from '../../support/walls/walled-world.ts'

let world: WalledWorld
let cookie: string
beforeAll(async () => {
  world = await createWalledWorld()
  cookie = await world.signIn('owner')
})
afterAll(() => world[Symbol.asyncDispose]())

type Asked = {
  method?: 'GET' | 'POST' | 'OPTIONS' | 'DELETE'
  url: string
  payload?: string
  type?: string
}
const json = 'application/json'
/** One of each kind of answer that the server gives. */
const answers: [kind: string, status: number, asked: Asked][] = [
  ['a procedure', 200, { url: '/trpc/calls.facets' }],
  ['a procedure that there is not', 404, { url: '/trpc/calls.none' }],
  ['bad input', 400, { url: '/trpc/calls.byId?input=%7B%7D' }],
  ['input that is no JSON', 400, { url: '/trpc/calls.byId?input=%7B' }],
  ['a list', 200, { url: '/api/v1/calls/ready' }],
  ['a call that there is not', 404, { url: '/api/v1/calls/01900000-0000-7000-8000-000000000001' }],
  [
    'a body that is no JSON',
    400,
    { method: 'POST', url: '/api/v1/calls', payload: '{', type: json },
  ],
  ['a form', 415, { method: 'POST', url: '/api/v1/calls', payload: 'a=b', type: 'text/plain' }],
  [
    'a body too large',
    413,
    { method: 'POST', url: '/api/v1/calls', payload: `"${'x'.repeat(2_000_000)}"`, type: json },
  ],
  ['an address that cannot be read', 400, { url: '/api/v1/calls/%ZZ' }],
  ['an address too long', 414, { url: `/api/v1/calls/${'x'.repeat(5000)}` }],
  ['another method', 404, { method: 'OPTIONS', url: '/api/v1/calls' }],
  ['a recording', 200, { url: '/recordings/own' }],
  ['a recording that there is not', 404, { url: '/recordings/none' }],
  ['the documentation', 200, { url: '/api/docs' }],
  ['the document', 200, { url: '/api/v1/openapi.json' }],
  ['health', 200, { url: '/healthz' }],
  ['figures', 200, { url: '/metrics' }],
  ['a redirection', 302, { url: '/api' }],
  ['nothing', 404, { url: '/assets/none.js' }],
]

const ask = ({ method = 'GET', url, payload, type }: Asked, of = world) =>
  of.app.server.inject({
    method,
    url: url === '/recordings/own' ? `/recordings/${of.ours.ids.audio}` : url,
    payload,
    headers: {
      cookie,
      host: 'localhost:4000',
      origin: 'http://localhost:4000',
      ...(type && { 'content-type': type }),
    },
  })

type Answer = Awaited<ReturnType<typeof ask>>

function expectGuarded({ headers, body }: Answer) {
  const policy = String(headers['content-security-policy'])
  expect(policy).toMatch(/^default-src '(self|none)';/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/(script|default|object)-src[^;]*(unsafe|data:|blob:|https?:)|\*/)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  for (const name of [
    ...['x-powered-by', 'server', 'strict-transport-security', 'access-control-allow-origin'],
  ]) {
    expect(headers).not.toHaveProperty(name)
  }
  expect(body).not.toMatch(/node_modules|at \w+ \(|\.ts:\d+/)
}

describe.each(answers)('%s', (_kind, status, asked) => {
  it('carries what keeps a page to itself', async () => {
    const answer = await ask(asked)
    expect(answer.statusCode).toBe(status)
    expectGuarded(answer)
  })
})

describe('the page', () => {
  it('carries it at each of its addresses', async () => {
    await using folder = await createBuiltPage()
    const other = await createWalledWorld({ projectRoot: folder.root })
    for (const url of ['/', '/schedule', '/set-up', '/?x=<script>']) {
      const answer = await ask({ url }, other)
      expect(answer.statusCode).toBe(200)
      expectGuarded(answer)
      const policy = String(answer.headers['content-security-policy']).split(';')
      expect(policy).toEqual(
        expect.arrayContaining([
          `script-src 'self' '${hashOfBuiltScript}'`,
          ...["object-src 'none'", "base-uri 'none'"],
        ]),
      )
    }
    await other[Symbol.asyncDispose]()
  })
})

const builtScript = 'document.title = 1\n'
const hashOfBuiltScript = 'sha256-bka33IZzGmeWboL3FUYmpt70uGwLbkGNVql3Kw5eySA='

async function createBuiltPage() {
  const root = await mkdtemp(path.join(tmpdir(), 'ringback-page-'))
  await mkdir(path.join(root, 'dist/client'), { recursive: true })
  await writeFile(
    path.join(root, 'dist/client/index.html'),
    `<!doctype html><script>${builtScript}</script><script src=x></script>`,
  )
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) }
}

it("lets no shared cache and no later visitor keep what is an organization's", async () => {
  for (const url of [
    '/trpc/calls.facets',
    '/api/v1/calls/ready',
    '/api/v1/calls/none',
    '/trpc/calls.none',
  ]) {
    expect((await ask({ url })).headers['cache-control']).toBe('no-store')
  }
  expect((await ask({ url: '/recordings/own' })).headers['cache-control']).toBe('private, no-cache')
})

describe('behind https', () => {
  it('asks browsers to stay with it, and keeps the session to this host', async () => {
    const secure = await createWalledWorld({ publicUrl: 'https://ringback.example' })
    const answer = await secure.app.server.inject({ url: '/healthz' })
    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=\d{7,}/)
    expect(answer.headers['content-security-policy']).toContain('upgrade-insecure-requests')
    await secure[Symbol.asyncDispose]()
  })
})

describe('headers that anybody can write', () => {
  const forwarded = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'for=203.0.113.9;host=evil.example;proto=https',
  }
  const serversOf = (answer: { json: () => unknown }) =>
    JSON.stringify(answer.json()).match(/https?:\/\/[^/"]+/)?.[0]
  const document = {
    url: '/api/v1/openapi.json',
    headers: { host: 'localhost:4000', ...forwarded },
  }

  it('are not believed unless a proxy was named', async () => {
    expect(serversOf(await world.app.server.inject(document))).toBe('http://localhost:4000')
    const limited = await createWalledWorld({ writesPerMinute: 2 })
    const statuses = []
    for (let at = 0; at < 3; at += 1) {
      const headers = { 'content-type': json, 'x-forwarded-for': `203.0.113.${at}` }
      const answer = await limited.app.server.inject({
        method: 'POST',
        url: '/trpc/demo.reset',
        headers,
      })
      statuses.push(answer.statusCode)
    }
    expect(statuses).toEqual([401, 401, 429])
    await limited[Symbol.asyncDispose]()
  })

  it('are believed of that proxy, and of no other', async () => {
    const proxied = await createWalledWorld({ trustedProxies: ['192.0.2.1'] })
    const from = async (remoteAddress: string) =>
      serversOf(await proxied.app.server.inject({ ...document, remoteAddress }))
    expect(await from('192.0.2.1')).toBe('https://evil.example')
    expect(await from('192.0.2.2')).toBe('http://localhost:4000')
    await proxied[Symbol.asyncDispose]()
  })
})

it('answers bytes that are no request without a word of itself', async () => {
  const other = await createWalledWorld()
  const { port, hostname } = new URL(await other.app.listen({ port: 0, host: '127.0.0.1' }))
  for (const bytes of [
    '\0\0\0\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
  ]) {
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.on('data', (data) => {
      answer += String(data)
    })
    socket.write(bytes)
    await once(socket, 'close')
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(answer).not.toMatch(/node|fastify|stack|at \w+ \(/i)
  }
  await other[Symbol.asyncDispose]()
})
