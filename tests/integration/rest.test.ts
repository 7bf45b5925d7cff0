import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { callDetailSchema, callSchema } from '../../src/server/domain/call.schema.ts'
import { importFields } from '../../src/server/domain/import-columns.ts'
import { csvExports } from '../../src/server/http/csv-exports.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall, makeOrganization, makeServiceRecord } from '../support/factories.ts'

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

async function ask(method: InjectOptions['method'], url: string, body?: unknown) {
  const payload = body === undefined ? {} : { payload: JSON.stringify(body) }
  const headers = body === undefined ? {} : { 'content-type': 'application/json' }
  const answer = await world.app.server.inject({
    method,
    url: `/api/v1${url}`,
    headers,
    ...payload,
  })
  return { status: answer.statusCode, body: answer.json<unknown>(), headers: answer.headers }
}
const visit = {
  externalId: 'RO-1',
  customerName: 'Ana Ruiz',
  customerPhone: '(212) 555-0123',
  serviceType: 'Brakes',
}
const errorSchema = z.strictObject({
  code: z.string(),
  message: z.string().min(1),
  issues: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
})
const pathsOf = (body: unknown) => errorSchema.parse(body).issues?.map(({ path }) => path)
const idOf = (body: unknown) => z.object({ id: z.string() }).parse(body).id

async function readPage({ app }: AppWorld, url: string) {
  const { body, headers } = await app.server.inject({ url })
  const ids = z
    .array(callSchema)
    .parse(JSON.parse(body))
    .map(({ id }) => id)
  const [, link = null] = /^<http:\/\/[^/]+(.+)>; rel="next"$/.exec(String(headers.link)) ?? []
  return { ids, link }
}

describe('the lists of calls', () => {
  it.each(['ready', 'missed', 'completed'] as const)('answers %s as a bare array', async (tab) => {
    const call = await makeCall(world.db, world.organizationId, {
      status: tab,
      endTime: tab === 'ready' ? null : new Date('2026-11-20T16:00:00Z'),
    })
    const { status, body } = await ask('GET', `/calls/${tab}`)
    expect(status).toBe(200)
    const calls = z.array(callSchema).parse(body)
    expect(calls.map(({ id }) => id)).toContain(call.id)
    expect(new Set(calls.map((each) => each.status))).toEqual(new Set([tab]))
  })

  it.each([
    '0000-01-01T00:00:00Z',
    '1899-12-31T23:59:59Z',
    '2200-01-01T00:00:00Z',
    '9999-12-31T23:59:59-23:59',
  ])('know no year as far away as in %s', async (instant) => {
    const { status, body } = await ask('GET', `/calls/completed?from=${instant}`)
    expect(status).toBe(400)
    const message = 'Give a year from 1900 to 2199.'
    expect(body).toMatchObject({ issues: [{ path: 'from', message }] })
  })

  it('know no time finer than a nanosecond', async () => {
    const { status, body } = await ask('POST', '/calls', {
      serviceRecordId: randomUUID(),
      dueAt: '2026-11-21T12:00:00.0000000001Z',
    })
    expect(status).toBe(400)
    expect(pathsOf(body)).toEqual(['dueAt'])
  })

  it('take any offset that there can be', async () => {
    const { status } = await ask('GET', '/calls/completed?from=2026-11-20T00:00:00-23:59')
    expect(status).toBe(200)
  })

  it('leads from page to page by the Link header until the last one', async () => {
    const other = await createAppWorld()
    const made = []
    for (let hour = 0; hour < 5; hour++) {
      const dueAt = new Date(Date.UTC(2026, 10, 21, 15 + hour))
      made.push((await makeCall(other.db, other.organizationId, { dueAt })).id)
    }
    const seen: string[] = []
    let pages = 0
    let next: string | null = '/api/v1/calls/ready?limit=2&search=Diego'
    while (next !== null) {
      const { ids, link } = await readPage(other, next)
      seen.push(...ids)
      next = link
      pages += 1
    }
    expect(seen).toEqual(made)
    expect(pages).toBe(3)
    await other[Symbol.asyncDispose]()
  })

  it.each([
    ['limit=abc', 'limit'],
    ['limit=0', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=', 'limit'],
    ['cursor=nonsense', 'cursor'],
    ['cursor=WyJyZWFkeSIsMCwiJzsgZHJvcCIsIngiXQ', 'cursor'],
    ['serviceAdvisorId=me', 'serviceAdvisorId'],
    ['scoreBand=lovely', 'scoreBand'],
    ['from=yesterday', 'from'],
    ['sort=color', 'sort'],
    ['tga=price', 'tga'],
    ['constructor=1', 'constructor'],
    ['search=%00', 'search'],
  ])('answers %s with 400 and the field', async (query, field) => {
    const { status, body } = await ask('GET', `/calls/ready?${query}`)
    expect(status).toBe(400)
    expect(pathsOf(body)).toEqual([field])
  })
})

it.each([
  ['GET', '/service-records?serch=Ana', undefined, 'serch'],
  ['GET', '/service-records?constructor=1', undefined, 'constructor'],
  ['GET', '/cases?owner=me', undefined, 'owner'],
  ['GET', '/calls/schedule-config?version=1', undefined, 'version'],
  ['PUT', `/calls/${randomUUID()}?expectedVersion=1`, { notes: 'x' }, 'expectedVersion'],
] as const)('names what nothing reads in %s %s', async (method, url, body, field) => {
  const { status, body: answer } = await ask(method, url, body)
  expect(status).toBe(400)
  expect(pathsOf(answer)).toEqual([field])
})

it.each([
  ['GET', '/calls', 'POST'],
  ...csvExports.map(({ path }) => ['POST', path, 'GET'] as const),
] as const)('says for %s %s with what it can be asked', async (method, url, allow) => {
  const answer = await ask(method, url)
  expect(answer.status).toBe(405)
  expect(answer.headers).toMatchObject({ allow })
  const message = `This address knows ${allow}, not ${method}.`
  expect(answer.body).toEqual({ code: 'METHOD_NOT_SUPPORTED', message })
})

describe('one call', () => {
  it('is created, read, changed and deleted', async () => {
    const record = await makeServiceRecord(world.db, world.organizationId)
    const created = await ask('POST', '/calls', { serviceRecordId: record.id, tags: ['price'] })
    expect(created.status).toBe(200)
    const id = idOf(created.body)

    const read = await ask('GET', `/calls/${id}`)
    expect(read.status).toBe(200)
    expect(callDetailSchema.parse(read.body)).toMatchObject({ id, tags: ['price'], attempts: [] })

    const changed = await ask('PUT', `/calls/${id}`, { notes: 'Ask for Ana', npsScore: 9 })
    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({ id, notes: 'Ask for Ana', npsScore: 9, version: 2 })

    const deleted = await ask('DELETE', `/calls/${id}`)
    expect([deleted.status, deleted.body]).toEqual([200, { id }])
    expect((await ask('GET', `/calls/${id}`)).status).toBe(404)
  })

  it.each([
    ['GET', undefined],
    ['PUT', { notes: 'x' }],
    ['DELETE', undefined],
  ] as const)(
    'answers %s with 404 for an id that is unknown or of others',
    async (method, body) => {
      const others = await makeOrganization(world.db)
      const theirs = await makeCall(world.db, others.id)
      const unknown = await ask(method, `/calls/${randomUUID()}`, body)
      const foreign = await ask(method, `/calls/${theirs.id}`, body)
      expect(unknown.status).toBe(404)
      expect(errorSchema.parse(unknown.body).code).toBe('NOT_FOUND')
      expect(foreign).toMatchObject({ status: 404, body: unknown.body })
      expect(await world.db.call.count({ where: { id: theirs.id, version: 1 } })).toBe(1)
    },
  )

  it.each([
    ['GET', '/calls/none', undefined, ['callId']],
    ['PUT', '/calls/none', { notes: 'x' }, ['callId']],
    ['DELETE', '/calls/none', undefined, ['callId']],
    ['PUT', `/calls/${randomUUID()}`, { npsScore: 11 }, ['npsScore']],
    ['PUT', `/calls/${randomUUID()}`, { npsScore: '9' }, ['npsScore']],
    ['PUT', `/calls/${randomUUID()}`, { rating: 0, tags: 'price' }, ['tags', 'rating']],
    ['PUT', `/calls/${randomUUID()}`, { status: 'completed', x: 1 }, ['status', 'x']],
    ['PUT', `/calls/${randomUUID()}`, { notes: 'a\u0000b' }, ['notes']],
    ['PUT', `/calls/${randomUUID()}`, { tags: ['\ud800'] }, ['tags.0']],
    ['POST', '/calls', {}, ['serviceRecordId']],
    ['POST', '/calls', { serviceRecordId: randomUUID(), dueAt: 'soon' }, ['dueAt']],
    ['POST', '/calls/demo', { scenarioId: 'none', customerName: 'Ana' }, ['scenarioId']],
    ['POST', '/calls/demo/none/initiate', undefined, ['callId']],
    [
      'POST',
      '/service-records',
      { externalId: 'RO-1' },
      ['customerName', 'customerPhone', 'serviceType'],
    ],
    ...[{ colour: 'red' }, { make: 'x'.repeat(201) }, { year: 3 }].map(
      (vehicleInfo) =>
        [
          'POST',
          '/service-records',
          { ...visit, vehicleInfo },
          [`vehicleInfo.${Object.keys(vehicleInfo)[0]}`],
        ] as const,
    ),
    [
      'PUT',
      '/calls/schedule-config',
      { config: { timeZone: 'Mars/Olympus' } },
      ['config.timeZone'],
    ],
  ] as const)('answers %s %s %j with 400 and its fields', async (method, url, body, fields) => {
    const { status, body: answer } = await ask(method, url, body)
    expect(status).toBe(400)
    expect(pathsOf(answer)).toEqual(fields)
    expect(errorSchema.parse(answer).code).toBe('BAD_REQUEST')
  })

  it('does not delete a call on the line', async () => {
    const call = await makeCall(world.db, world.organizationId, { status: 'ringing' })
    const { status, body } = await ask('DELETE', `/calls/${call.id}`)
    expect(status).toBe(409)
    expect(errorSchema.parse(body)).toMatchObject({ code: 'CONFLICT' })
  })
})

describe('the schedule', () => {
  it('knows the holidays of no country that there is not', async () => {
    const { status, body } = await ask('PUT', '/calls/schedule-config', {
      config: { holidays: { country: 'ZZ' } },
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({
      message: 'config.holidays: No holidays are known for country "ZZ"',
    })
  })

  it('is the usual one until somebody saves another', async () => {
    const usual = await ask('GET', '/calls/schedule-config')
    expect(usual).toMatchObject({ status: 200, body: { version: 0 } })
    const config = { timeZone: 'America/Chicago', maxActiveCalls: 7 }
    const saved = await ask('PUT', '/calls/schedule-config', { config, expectedVersion: 0 })
    expect(saved).toMatchObject({ status: 200, body: { version: 1, config } })
    expect((await ask('GET', '/calls/schedule-config')).body).toEqual(saved.body)
    const late = await ask('PUT', '/calls/schedule-config', { config, expectedVersion: 0 })
    expect(late.status).toBe(409)
  })
})

describe('demo calls', () => {
  it('are created and started', async () => {
    const created = await ask('POST', '/calls/demo', { scenarioId: 'missed', customerName: 'Ana' })
    expect(created).toMatchObject({
      status: 200,
      body: { isDemo: true, status: 'ready', dueAt: null, customerName: 'Ana' },
    })
    const started = await ask('POST', `/calls/demo/${idOf(created.body)}/initiate`)
    expect(started).toMatchObject({ status: 200, body: { dueAt: '2026-11-20T17:00:00.000Z' } })
    const real = await makeCall(world.db, world.organizationId)
    expect((await ask('POST', `/calls/demo/${real.id}/initiate`)).status).toBe(409)
  })
})

describe('service records', () => {
  const record = {
    externalId: 'RO-7001',
    customerName: 'Ana Ruiz',
    customerPhone: '(212) 555-0123',
    serviceType: 'Brakes',
    completedAt: '2026-11-20T15:00:00Z',
    serviceAdvisorName: 'Dana Whitfield',
  }

  it('are pushed with their call, once, and listed', async () => {
    const created = await ask('POST', '/service-records', record)
    expect(created).toMatchObject({
      status: 200,
      body: { serviceRecord: { customerPhone: '+12125550123' }, call: { status: 'ready' } },
    })
    const again = await ask('POST', '/service-records', record)
    expect(again.status).toBe(409)
    expect(pathsOf(again.body)).toEqual(['externalId'])
    const listed = await ask('GET', '/service-records?search=ro-7001')
    expect(listed).toMatchObject({
      status: 200,
      body: { serviceRecords: [{ externalId: 'RO-7001' }], nextCursor: null },
    })
  })

  const csv = [
    'Order,Customer,Phone,Service,Completed',
    'RO-8001,José Núñez,(212) 555-0124,Oil,2026-11-20 09:00',
    'RO-8002,,(212) 555-0125,Oil,2026-11-20 09:00',
  ].join('\r\n')

  it.each([
    ['UTF-8', Buffer.from(csv), 'text/csv'],
    ['Latin-1', Buffer.from(csv, 'latin1'), 'text/csv'],
  ])('are imported from a file in %s', async (_name, payload, type) => {
    const answer = await world.app.server.inject({
      method: 'POST',
      url: '/api/v1/service-records/import?fileName=day.csv',
      headers: { 'content-type': type },
      payload,
    })
    expect(answer.statusCode).toBe(200)
    const report = answer.json()
    expect(report).toMatchObject({ fileName: 'day.csv', totalRows: 2, badRows: [{ line: 3 }] })
    expect(report.created + report.unchanged).toBe(1)
    const found = await ask('GET', '/service-records?search=RO-8001')
    expect(found.body).toMatchObject({ serviceRecords: [{ customerName: 'José Núñez' }] })
  })

  it('are imported from JSON too', async () => {
    const body = { fileName: 'day.csv', content: csv.replaceAll('RO-8', 'RO-9') }
    const { status, body: report } = await ask('POST', '/service-records/import', body)
    expect(status).toBe(200)
    // The number has a waiting call already, so one call is about both visits.
    expect(report).toMatchObject({ created: 1, callsCreated: 0, callsJoined: 1 })
  })

  it('are refused with a mapping of more fields than there are', async () => {
    const length = importFields.length + 1
    const mapping = Object.fromEntries(Array.from({ length }, (_, at) => [`field${at}`, 'x']))
    const body = { fileName: 'day.csv', content: csv, mapping }
    expect(await ask('POST', '/service-records/import', body)).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'mapping', message: expect.stringContaining('externalId') }] },
    })
  })
})

describe('what cannot be read', () => {
  const send = (options: InjectOptions) => world.app.server.inject(options)

  it.each([
    ['POST', '/calls'],
    ['PUT', `/calls/${randomUUID()}`],
    ['DELETE', `/calls/${randomUUID()}`],
  ] as const)('is a file where there is nothing to import: %s %s', async (method, path) => {
    const headers = { 'content-type': 'text/csv' }
    const answer = await send({ method, url: `/api/v1${path}`, headers, payload: 'a,b' })
    expect(answer.statusCode).toBe(415)
    const message = 'Send the body as application/json.'
    expect(answer.json()).toEqual({ code: 'UNSUPPORTED_MEDIA_TYPE', message })
  })

  it.each([
    ['an unknown path', { url: '/api/v1/nothing' }, 404],
    ['an unknown method', { method: 'PATCH', url: '/api/v1/calls' }, 405],
    ['broken JSON', { method: 'POST', url: '/api/v1/calls', payload: '{"a":' }, 400],
    ['a list', { method: 'POST', url: '/api/v1/calls', payload: '[]' }, 400],
    ['a word', { method: 'POST', url: '/api/v1/calls', payload: '"call"' }, 400],
    ['a prototype', { method: 'POST', url: '/api/v1/calls', payload: '{"__proto__":{}}' }, 400],
    ['a broken address', { url: '/api/v1/calls/%E0%A4%A' }, 400],
    [
      'a body too large',
      { method: 'POST', url: '/api/v1/calls', payload: JSON.stringify('x'.repeat(1_100_000)) },
      413,
    ],
  ] as const)('answers %s with an error of the usual form', async (_name, options, status) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await send({ ...options, headers })
    expect(answer.statusCode).toBe(status)
    errorSchema.parse(answer.json())
    expect(answer.body).not.toMatch(/node_modules|\.ts/)
  })
})
