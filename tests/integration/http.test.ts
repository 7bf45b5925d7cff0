import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import { Readable } from 'node:stream'
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conversations } from '../../src/server/telephony/simulator/conversation-catalogue.ts'
import type { AppRouter } from '../../src/server/trpc/router.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'

let world: AppWorld
let address: string
beforeAll(async () => {
  world = await createAppWorld({ writesPerMinute: 200 })
  address = await world.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => world[Symbol.asyncDispose]())

const folder = path.resolve('src/server/telephony/simulator/conversations')

async function makeRecording(organizationId: string, storageKey: string) {
  const call = await makeCall(world.db, organizationId, { status: 'completed' })
  const audio = await world.db.audioFile.create({
    data: { organizationId, callId: call.id, storageKey, mediaType: 'audio/mpeg', durationMs: 1 },
  })
  return `${address}/recordings/${audio.id}`
}

describe('a recording', () => {
  const file = conversations[0]?.audioFile ?? ''
  let bytes: Buffer
  let url: string
  beforeAll(async () => {
    bytes = await readFile(path.join(folder, file))
    url = await makeRecording(world.organizationId, `bundled/${file}`)
  })

  it('is served whole', async () => {
    const answer = await fetch(url)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('audio/mpeg')
    expect(answer.headers.get('accept-ranges')).toBe('bytes')
    expect(answer.headers.get('cache-control')).toContain('private')
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it.each([
    ['bytes=0-99', 0, 100],
    ['bytes=1000-', 1000, undefined],
    ['bytes=-50', -50, undefined],
  ])('is served in the range %s', async (range, start, end) => {
    const answer = await fetch(url, { headers: { range } })
    expect(answer.status).toBe(206)
    const part = bytes.subarray(start, end)
    expect(Buffer.from(await answer.arrayBuffer()).equals(part)).toBe(true)
    const from = start < 0 ? bytes.length + start : start
    expect(answer.headers.get('content-range')).toBe(
      `bytes ${from}-${from + part.length - 1}/${bytes.length}`,
    )
  })

  it('answers 416 for a range beyond its end', async () => {
    const answer = await fetch(url, { headers: { range: `bytes=${bytes.length}-` } })
    expect(answer.status).toBe(416)
    expect(answer.headers.get('content-range')).toBe(`bytes */${bytes.length}`)
  })

  it('answers 412 for a condition that it does not meet', async () => {
    const answer = await fetch(url, { headers: { 'if-match': '"another"' } })
    expect(answer.status).toBe(412)
    expect(await answer.json()).toMatchObject({ code: 'PRECONDITION_FAILED' })
  })

  it.each([
    ['if-none-match', (tag: string) => tag, 304],
    ['if-none-match', () => '"another"', 206],
    ['if-range', (tag: string) => tag, 206],
    ['if-range', () => '"another"', 200],
  ])('heeds %s', async (condition, valueFor, status) => {
    const tag = (await fetch(url, { method: 'HEAD' })).headers.get('etag') ?? ''
    const headers = { range: 'bytes=0-9', [condition]: valueFor(tag) }
    expect((await fetch(url, { headers })).status).toBe(status)
  })

  it('that was kept is served too, until its file is gone', async () => {
    const storageKey = `${randomUUID()}.mp3`
    const kept = await makeRecording(world.organizationId, storageKey)
    expect((await fetch(kept)).status).toBe(404)
    const options = { mediaType: 'audio/mpeg', maxBytes: bytes.length }
    await world.deps.recordings.put(storageKey, Readable.from([bytes]), options)
    const answer = await fetch(kept, { headers: { range: 'bytes=5-' } })
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(5))).toBe(true)
    await world.deps.recordings.remove(storageKey)
    expect((await fetch(kept)).status).toBe(404)
  })

  it('answers HEAD without a body', async () => {
    const answer = await fetch(url, { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-length')).toBe(String(bytes.length))
  })

  it.each(['../../package.json', 'bundled/../../port.ts', '/etc/passwd', '.env', 'none.mp3'])(
    'never leaves its folder for the key %s',
    async (storageKey) => {
      const answer = await fetch(await makeRecording(world.organizationId, storageKey))
      expect([403, 404]).toContain(answer.status)
      expect(await answer.json()).toMatchObject({ message: expect.any(String) })
    },
  )

  it('of another organization is not there', async () => {
    const others = await makeOrganization(world.db)
    const foreign = await fetch(await makeRecording(others.id, `bundled/${file}`))
    expect(foreign.status).toBe(404)
    expect((await fetch(`${address}/recordings/none`)).status).toBe(404)
  })
})

describe('a request that writes', () => {
  const types = [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain; charset=application/json',
    '',
    'application/json',
  ]
  const paths = ['/trpc/demo.reset', '/api/v1/calls/demo']

  it.each(types.flatMap((type) => paths.map((url) => [type, url])))(
    'of another site, of type "%s", to %s, is refused',
    async (type, url) => {
      const headers = { origin: 'https://evil.example', ...(type ? { 'content-type': type } : {}) }
      const answer = await world.app.server.inject({
        method: 'POST',
        url,
        headers,
        payload: type ? '{}' : '',
      })
      expect(answer.statusCode).toBe(403)
    },
  )

  it.each([
    ['no origin and a form', { 'content-type': 'text/plain' }, 415],
    ['a look-alike origin', { origin: 'http://localhost.evil.example' }, 403],
    ['a null origin', { origin: 'null' }, 403],
    ['a cookie and no type', { cookie: 'a=b' }, 415],
    ['a hint of another site', { 'sec-fetch-site': 'cross-site', 'x-ringback': '1' }, 403],
    ['our origin and no type', { origin: 'http://localhost:4000' }, 415],
    ['our origin and the header', { origin: 'http://localhost:4000', 'x-ringback': '1' }, 404],
    ['no body from a program', {}, 404],
  ])('with %s', async (_name, headers, status) => {
    const answer = await world.app.server.inject({
      method: 'POST',
      url: `/api/v1/calls/demo/${randomUUID()}/initiate`,
      headers: { host: 'localhost:4000', ...headers },
    })
    expect(answer.statusCode).toBe(status)
  })

  it('is refused once there are too many', async () => {
    const other = await createAppWorld({ writesPerMinute: 2 })
    const statuses = []
    for (let i = 0; i < 3; i++) {
      const headers = { 'content-type': 'application/json' }
      const write = { method: 'POST' as const, url: '/trpc/demo.reset', headers }
      const answer = await other.app.server.inject(write)
      statuses.push(answer.statusCode)
    }
    expect(statuses).toEqual([200, 200, 429])
    expect((await other.app.server.inject({ url: '/trpc/calls.facets' })).statusCode).toBe(200)
    await other[Symbol.asyncDispose]()
  })
})

describe('tRPC over HTTP', () => {
  const client = () =>
    createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${address}/trpc` })] })

  it('answers batches and keeps the form of its errors', async () => {
    const trpc = client()
    const [current, failure] = await Promise.all([
      trpc.organization.current.query(),
      trpc.calls.byId.query({ id: 'none' }).catch((error: unknown) => error),
    ])
    expect(current).toMatchObject({
      id: world.organizationId,
      provider: { name: 'simulator', isSimulated: true, speed: 4 },
      user: { name: 'Robin', role: 'owner' },
      now: '2026-11-20T17:00:00.000Z',
    })
    if (!(failure instanceof TRPCClientError)) throw new Error('a client error was expected')
    expect(failure.data).toMatchObject({
      code: 'BAD_REQUEST',
      issues: [{ path: 'id', message: expect.any(String) }],
      requestId: expect.any(String),
    })
    expect(JSON.stringify(failure.data)).not.toContain('stack')
  })

  it('takes a file of 10 MB, and nothing else of that size', async () => {
    const trpc = client()
    const content = `Order,Customer,Phone,Completed\n${'x\n'.repeat(5_000)}${' '.repeat(10_000_000)}`
    const report = await trpc.serviceRecords.import.mutate({ fileName: 'large.csv', content })
    expect(report.created).toBe(0)
    const updating = trpc.calls.update.mutate({ id: world.organizationId, notes: content })
    await expect(updating).rejects.toMatchObject({ data: { code: 'PAYLOAD_TOO_LARGE' } })
  })

  it('refuses a batch of more than ten', async () => {
    const names = Array(11).fill('calls.facets').join(',')
    const answer = await fetch(`${address}/trpc/${names}?batch=1`)
    expect(answer.status).toBe(400)
  })

  it('hides what nobody foresaw', async () => {
    const other = await createAppWorld()
    await other.db.$executeRaw`alter table "Campaign" rename to "Gone"`
    const answer = await other.app.server.inject({ url: '/trpc/calls.facets' })
    expect(answer.statusCode).toBe(500)
    expect(answer.json()).toMatchObject({ error: { message: 'Something went wrong on our side.' } })
    expect(answer.body).not.toMatch(/Campaign|prisma|stack/i)
    await other[Symbol.asyncDispose]()
  })
})

describe('the rest of the server', () => {
  it('says that it is alive, ready, and how it is doing', async () => {
    expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ status: 'ok' })
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    const metrics = await (await fetch(`${address}/metrics`)).text()
    expect(metrics).toMatch(/^ringback_calls\{state="completed"\} \d+$/m)
    expect(metrics).toMatch(/^ringback_live_sockets 0$/m)
    expect(metrics).toMatch(/^process_resident_memory_bytes /m)
  })

  it('lets pages load and reach only what it serves itself', async () => {
    const answer = await fetch(`${address}/healthz`)
    const policy = answer.headers.get('content-security-policy')
    // With the hash of its own script, where the page is built.
    expect(policy).toMatch(/script-src 'self'( 'sha256-[\w+/]{43}=')?;/)
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(answer.headers.get('strict-transport-security')).toBeNull()
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each(['/assets/none.js', '/api/none', '/recordings', '/trpc'])(
    'answers %s with 404 and no page',
    async (url) => {
      const answer = await fetch(`${address}${url}`)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toContain('application/json')
    },
  )
})

it('ends although a request is never sent whole', async () => {
  const other = await createAppWorld({ drainMs: 1 })
  const { port, hostname } = new URL(await other.app.listen({ port: 0, host: '127.0.0.1' }))
  const socket = connect(Number(port), hostname)
  const closed = once(socket, 'close')
  const isHeard = once(other.app.server.server, 'request')
  socket.write(
    'POST /api/v1/service-records/import HTTP/1.1\r\nHost: x\r\n' +
      'Content-Type: text/csv\r\nContent-Length: 1000\r\n\r\nOrder',
  )
  await isHeard
  await other[Symbol.asyncDispose]()
  await closed
})
