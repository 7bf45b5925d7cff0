import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, requestTo } from '../../support/walls/endpoints.ts'
import { fingerprintOf } from '../../support/walls/fingerprint.ts'
import { makeKey } from '../../support/walls/make-key.ts'
import { procedureSamples } from '../../support/walls/procedure-samples.ts'
import { procedures } from '../../support/walls/procedures.ts'
import { createWalledWorld, type WalledWorld } from '../../support/walls/walled-world.ts'

let world: WalledWorld
let cookie: string
beforeAll(async () => {
  world = await createWalledWorld()
  cookie = await world.signIn('owner')
})
afterAll(() => world[Symbol.asyncDispose]())

/** Every route of the server; REST is listed by its document, files of the page by the build. */
const routes: Record<string, 'open to all' | 'asks who it is'> = {
  '/trpc/:path': 'asks who it is',
  '/trpc/:path(^serviceRecords\\.import(File)?$)': 'asks who it is',
  '/recordings/:id': 'asks who it is',
  '/healthz': 'open to all',
  '/readyz': 'open to all',
  '/metrics': 'open to all',
  '/api': 'open to all',
  '/api/docs': 'open to all',
  '/api/v1/openapi.json': 'open to all',
}

const strange: [who: string, headers: Record<string, string>][] = [
  ['nobody', {}],
  ['a made-up session', { cookie: `ringback-session=${randomUUID()}.${randomUUID()}` }],
  ['a made-up key', { authorization: `Bearer rb_${randomUUID()}` }],
  ['a made-up key beside a good session', { authorization: 'Bearer x' }],
  ['an empty key beside nothing', { authorization: 'Bearer ' }],
  ['a password', { authorization: 'Basic cm9iaW46c2VjcmV0' }],
]

it('knows every route', () => {
  const found = world.app.routes.filter(
    (url) => !url.startsWith('/api/v1/') || url.endsWith('.json'),
  )
  const pages = found.filter((url) => /^\/(assets\/|index\.html|favicon|color-scheme|\*)/.test(url))
  expect(found.filter((url) => !pages.includes(url)).sort()).toEqual(Object.keys(routes).sort())
})

describe.each(strange)('%s', (who, given) => {
  const headersOf = () => (who.includes('good session') ? { ...given, cookie } : given)

  it('may call nothing but what is open', async () => {
    const before = await fingerprintOf(world.db)
    for (const { name, type } of procedures.filter(({ isOpen }) => !isOpen)) {
      const input = JSON.stringify(procedureSamples[name]?.(world.ours.ids) ?? {})
      const isWrite = type === 'mutation'
      const answer = await world.app.server.inject({
        method: isWrite ? 'POST' : 'GET',
        url: `/trpc/${name}${isWrite ? '' : `?input=${encodeURIComponent(input)}`}`,
        ...(isWrite && { payload: input }),
        headers: { 'content-type': 'application/json', 'x-ringback': '1', ...headersOf() },
      })
      const status = answer.statusCode
      expect({ name, status }).toEqual({ name, status: type === 'subscription' ? 405 : 401 })
    }
    expect(await fingerprintOf(world.db)).toEqual(before)
  })

  it('is answered 401 by every path of the document', async () => {
    for (const endpoint of endpoints) {
      const { method, url, body } = requestTo(endpoint, world.ours.ids)
      const answer = await world.app.server.inject({
        method,
        url,
        payload: body,
        headers: {
          ...(body && { 'content-type': 'application/json' }),
          'x-ringback': '1',
          ...headersOf(),
        },
      })
      expect({ method, url, status: answer.statusCode }).toEqual({ method, url, status: 401 })
      expect(answer.json()).toEqual({ code: 'UNAUTHORIZED', message: expect.any(String) })
    }
  })

  it('is answered 401 before a word about what was sent', async () => {
    for (const endpoint of endpoints) {
      const { method, url } = requestTo(endpoint, world.ours.ids)
      const answer = await world.app.server.inject({
        method,
        url: `${url}${url.includes('?') ? '&' : '?'}unheard-of=1`,
        headers: { 'x-ringback': '1', ...headersOf() },
        ...(method !== 'GET' && { payload: [] }),
      })
      expect({ method, url, status: answer.statusCode }).toEqual({ method, url, status: 401 })
    }
  })

  it('hears no recording', async () => {
    const url = `/recordings/${world.ours.ids.audio}`
    const answer = await world.app.server.inject({ url, headers: headersOf() })
    expect(answer.statusCode).toBe(401)
    expect(answer.headers).toMatchObject({ 'www-authenticate': 'Bearer' })
  })
})

describe('a large body', () => {
  const imports = ['/api/v1/service-records/import', '/trpc/serviceRecords.import']
  // It answers 400 where it is read.
  const large = '{'.repeat(100_000)
  const send = (
    url: string,
    headers: Record<string, string> = {},
    payload: InjectOptions['payload'] = large,
  ) =>
    world.app.server.inject({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': 'application/json', ...headers },
    })

  it.each([
    ...imports,
    '/api/v1/calls',
    '/api/v1/none',
    '/trpc/calls.create',
    '/trpc/account.signIn',
    '/trpc/serviceRecords.import,account.signIn?batch=1',
    '/webhooks/twilio/none',
  ])('of nobody is not read at %s', async (url) => {
    const answer = await send(url)
    expect(answer.statusCode).toBe(401)
    expect(answer.headers).toMatchObject({ 'www-authenticate': 'Bearer' })
    expect(answer.body).toContain('before sending more than 64 KB')
    expect((await send(url, { authorization: 'Bearer x' })).statusCode).toBe(401)
  })

  it('of nobody is not read either when it comes in pieces', async () => {
    const inPieces = (text: string) => {
      const pieces = Readable.from([Buffer.from(text)])
      return send('/trpc/account.signIn', { 'transfer-encoding': 'chunked' }, pieces)
    }
    expect((await inPieces(large)).statusCode).toBe(413)
    const small = await inPieces(JSON.stringify({ email: 'nobody@x.test', password: 'x' }))
    expect(small.body).toContain('do not match')
  })

  it('is read of whoever may import, and of nobody else who is known', async () => {
    const read = await makeKey(world.db, world.ours.organizationId, ['read'])
    const write = await makeKey(world.db, world.ours.organizationId, ['write-visits'])
    for (const url of imports) {
      const answer = await send(url, { authorization: `Bearer ${read.key}` })
      expect({ url, status: answer.statusCode }).toEqual({ url, status: 403 })
      expect(answer.body).toContain('write-visits')
      expect((await send(url, { authorization: `Bearer ${write.key}` })).statusCode).toBe(400)
    }
  })

  it('of more than a megabyte is an import alone, in no batch with others', async () => {
    const payload = '{'.repeat(2_000_000)
    const batch = '/trpc/serviceRecords.import,calls.facets?batch=1'
    expect((await send(batch, { cookie }, payload)).statusCode).toBe(413)
    expect((await send('/trpc/serviceRecords.importFile', { cookie }, payload)).statusCode).toBe(
      400,
    )
  })
})

it('subscribes nobody over HTTP, where no log-out would end it', async () => {
  for (const { name } of procedures.filter(({ type }) => type === 'subscription')) {
    const input = encodeURIComponent(JSON.stringify(procedureSamples[name]?.(world.ours.ids)))
    const answer = await world.app.server.inject({
      url: `/trpc/${name}?input=${input}`,
      headers: { cookie, accept: 'text/event-stream' },
    })
    expect({ name, status: answer.statusCode }).toEqual({ name, status: 405 })
  }
})

it('tells a stranger nothing of what is there', async () => {
  for (const url of [
    '/api/docs',
    '/api/v1/openapi.json',
    '/healthz',
    '/readyz',
    '/trpc/account.status',
  ]) {
    const { body } = await world.app.server.inject({ url })
    expect(body).not.toContain(world.theirs.mark)
    for (const id of Object.values(world.theirs.ids)) expect(body).not.toContain(id)
  }
})

describe('the presenter', () => {
  it('meets a real call nowhere', async () => {
    const presenter = { cookie: await world.signIn('presenter') }
    for (const id of [world.ours.ids.ready, world.ours.ids.completed, randomUUID()]) {
      const answer = await world.app.server.inject({
        method: 'POST',
        url: `/api/v1/calls/demo/${id}/initiate`,
        headers: { ...presenter, 'x-ringback': '1' },
      })
      expect(answer.json()).toEqual({
        code: 'NOT_FOUND',
        message: 'There is no call with this id.',
      })
    }
    const heard = await world.app.server.inject({
      url: `/recordings/${world.ours.ids.audio}`,
      headers: presenter,
    })
    expect(heard.statusCode).toBe(404)
    const facets = await world.app.server.inject({ url: '/trpc/calls.facets', headers: presenter })
    expect(facets.json()).toMatchObject({
      result: { data: { serviceTypes: ['Annual service'], tags: [] } },
    })
  })
})
