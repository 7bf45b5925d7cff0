import { randomUUID } from 'node:crypto'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createDocumentationPage } from '../../src/server/http/documentation-page.ts'
import { createOpenApiDocument } from '../../src/server/http/openapi-document.ts'
import { conversations } from '../../src/server/telephony/simulator/conversation-catalogue.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall } from '../support/factories.ts'
import { type Endpoint, endpoints, requestTo } from '../support/walls/endpoints.ts'
import { furnishHouse, type House } from '../support/walls/furnished-house.ts'

let world: AppWorld
let house: House
let identity: AppWorld['identity'] | null = null
beforeAll(async () => {
  world = await createAppWorld({ identify: async () => identity })
  identity = world.identity
  house = await furnishHouse(world.db, 'documented')
})
afterAll(() => world[Symbol.asyncDispose]())

async function readDocument() {
  const answer = await world.app.server.inject({ url: '/api/v1/openapi.json' })
  return { status: answer.statusCode, body: answer.json<unknown>() }
}

const keysOf = <Key extends string>(record: Record<Key, string>) => Object.keys(record) as Key[]

const elsewhere = randomUUID()
const without = (name: keyof House['ids']) => ({ ...house.ids, [name]: elsewhere })

/** With which statuses the document says that a row answers. */
const statusesOf = ({ method, path }: Endpoint) => {
  const item = createOpenApiDocument('http://localhost').paths?.[path]
  const operations = new Map<string, OpenAPIOperation>(Object.entries(item ?? {}))
  return Object.keys(operations.get(method.toLowerCase())?.responses ?? {})
}
type OpenAPIOperation = { responses?: Record<string, unknown> }

const responsesSchema = z.record(
  z.string(),
  z.object({
    headers: z.record(z.string(), z.unknown()).optional(),
    content: z.record(z.string(), z.unknown()).optional(),
  }),
)

const fieldsSchema = z.object({
  properties: z.record(z.string(), z.object({ description: z.string().optional() })),
})
const operationWordsSchema = z.object({
  operationId: z.string(),
  parameters: z
    .array(z.object({ name: z.string(), description: z.string().optional() }))
    .default([]),
  requestBody: z
    .object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) })
    .optional(),
})

describe('the OpenAPI document', () => {
  it('is valid and names every row of the table', async () => {
    const { status, body } = await readDocument()
    expect(status).toBe(200)
    const validated = await new Validator().validate(z.record(z.string(), z.unknown()).parse(body))
    expect(validated).toEqual({ valid: true })
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(body)
    const rows = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(rows.sort()).toEqual([
      'DELETE /calls/{callId}',
      'GET /audit-entries/export.csv',
      'GET /calls/completed',
      'GET /calls/export.csv',
      'GET /calls/missed',
      'GET /calls/ready',
      'GET /calls/schedule-config',
      'GET /calls/{callId}',
      'GET /calls/{callId}/history',
      'GET /cases',
      'GET /cases/export.csv',
      'GET /cases/rule',
      'GET /insights',
      'GET /insights/export.csv',
      'GET /recordings/{id}',
      'GET /service-records',
      'POST /calls',
      'POST /calls/demo',
      'POST /calls/demo/{callId}/initiate',
      'POST /cases/{id}/close',
      'POST /service-records',
      'POST /service-records/import',
      'PUT /calls/schedule-config',
      'PUT /calls/{callId}',
      'PUT /cases/rule',
      'PUT /cases/{id}/due',
      'PUT /cases/{id}/owner',
    ])
  })

  it('says of every row how to sign in, and how it refuses whoever did not', async () => {
    const { body } = await readDocument()
    const operationSchema = z.object({
      security: z.array(z.record(z.string(), z.array(z.string()))),
      responses: z.record(z.string(), z.unknown()),
    })
    const { paths, components } = z
      .object({
        paths: z.record(z.string(), z.record(z.string(), operationSchema)),
        components: z.object({ securitySchemes: z.record(z.string(), z.unknown()) }),
      })
      .parse(body)
    expect(components.securitySchemes).toMatchObject({
      key: { type: 'http', scheme: 'bearer' },
      session: { type: 'apiKey', in: 'cookie' },
    })
    const rows = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
    )
    for (const { path, method, operation } of rows) {
      expect(operation.security).toEqual([{ key: [] }, { session: [] }])
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining([
          ...['200', '401', '403', '429', '500'],
          ...(path.startsWith('/recordings') ? ['404'] : ['400', '503']),
          ...(method === 'get' ? [] : ['409', '413', '415']),
        ]),
      )
    }
  })

  it.each(endpoints)(
    'tells how $method $path answers for each id that is not there',
    async (row) => {
      identity = await world.identityOf(house.organizationId)
      const asked = [house.ids, ...keysOf(house.ids).map((name) => without(name))].map((ids) =>
        requestTo(row, ids),
      )
      const distinct = new Map(asked.map((request) => [JSON.stringify(request), request]))
      for (const { method, url, body } of distinct.values()) {
        const headers = { 'x-ringback': '1', ...(body && { 'content-type': 'application/json' }) }
        const answer = await world.app.server.inject({ method, url, payload: body, headers })
        expect(statusesOf(row)).toContain(String(answer.statusCode))
      }
      identity = world.identity
    },
  )

  it('tells how a recording is fetched, as the server answers it', async () => {
    const call = await makeCall(world.db, world.organizationId, { status: 'completed' })
    const [{ audioFile } = { audioFile: '' }] = conversations
    const { id } = await world.db.audioFile.create({
      data: {
        organizationId: world.organizationId,
        callId: call.id,
        storageKey: `bundled/${audioFile}`,
        mediaType: 'audio/mpeg',
        durationMs: 1,
      },
    })
    const { audioUrl } = await world.caller.calls.byId({ id: call.id })
    const { paths = {} } = createOpenApiDocument('http://localhost')
    const { get } = paths['/recordings/{id}'] ?? {}
    const [server] = get?.servers ?? []
    expect(audioUrl).toBe(new URL(`${server?.url}recordings/${id}`, 'http://x').pathname)
    const asked: [string, Record<string, string>, string][] = [
      [id, {}, '200'],
      [id, { range: 'bytes=0-9' }, '206'],
      [id, { range: 'bytes=0-1,3-4' }, '200'],
      [id, { 'if-none-match': `"${id}"` }, '304'],
      [id, { 'if-match': '"another"' }, '412'],
      [id, { range: 'bytes=999999999-' }, '416'],
      [randomUUID(), {}, '404'],
      ['none', {}, '404'],
    ]
    const told = responsesSchema.parse(get?.responses)
    for (const [name, headers, status] of asked) {
      const { statusCode, ...answer } = await world.app.server.inject({
        url: `/recordings/${name}`,
        headers,
      })
      expect(String(statusCode)).toBe(status)
      const response = told[status]
      for (const header of Object.keys(response?.headers ?? {})) {
        expect([header, answer.headers[header.toLowerCase()]]).toEqual([header, expect.anything()])
      }
      if (response?.content === undefined) expect(answer.body).toBe('')
      else {
        const [type] = String(answer.headers['content-type']).split(';')
        expect(Object.keys(response.content)).toContain(type)
      }
    }
    identity = null
    const nobody = await world.app.server.inject({ url: `/recordings/${id}` })
    identity = world.identity
    expect(nobody.statusCode).toBe(401)
    const answered = new Set([...asked.map(([, , status]) => status), '401'])
    // A role without calls, a key that asks too often and a failure of ours are tried elsewhere.
    expect(Object.keys(told)).toEqual([...answered, '403', '429', '500'].sort())
  })

  it('says of every parameter and field what it means, in types that can be read', () => {
    const { paths = {}, components } = createOpenApiDocument('http://localhost')
    const unsaid: string[] = []
    const look = (where: string, schema: unknown) => {
      for (const [name, { description }] of Object.entries(fieldsSchema.parse(schema).properties)) {
        if (description === undefined) unsaid.push(`${where}: ${name}`)
      }
    }
    for (const name of ['Call', 'ServiceRecord']) look(name, components?.schemas?.[name])
    for (const operation of Object.values(paths).flatMap((item) => Object.values(item))) {
      const { operationId, parameters, requestBody } = operationWordsSchema.parse(operation)
      const ofQuery = parameters.map((each) => [each.name, each] as const)
      look(operationId, { properties: Object.fromEntries(ofQuery) })
      const { 'application/json': json } = requestBody?.content ?? {}
      if (json !== undefined) look(operationId, json.schema)
    }
    expect(unsaid).toEqual([])
    expect(JSON.stringify(paths)).not.toMatch(/\\d\\d\[2468\]|9007199254740991/)
  })

  it('is made once, however many ask for it', async () => {
    const one = createOpenApiDocument('http://one.example')
    const other = createOpenApiDocument('http://other.example')
    expect(other.paths).toBe(one.paths)
    expect([one.servers, other.servers]).toEqual([
      [{ url: 'http://one.example/api/v1' }],
      [{ url: 'http://other.example/api/v1' }],
    ])
  })

  it('has a page that is rendered once, and says to each how they came', () => {
    let renderings = 0
    const pageFor = createDocumentationPage((origin) => {
      renderings += 1
      return createOpenApiDocument(origin)
    })
    const pages = ['http://one.example', 'http://$&<b>'].map(pageFor)
    expect(renderings).toBe(1)
    expect(pages[0]).toContain('Base address: <code>http://one.example/api/v1</code>')
    expect(pages[1]).toContain('Base address: <code>http://$&amp;&lt;b&gt;/api/v1</code>')
    expect(pages.join()).not.toContain('origin.invalid')
  })

  it('has a page that shows every row', async () => {
    const answer = await world.app.server.inject({ url: '/api/docs' })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.body).toContain('/calls/demo/{callId}/initiate')
    expect(answer.body).toContain('When the call is due, or why there is none.')
    expect(answer.body).toContain('curl -H &quot;Authorization: Bearer $KEY&quot; ')
    expect(answer.body).not.toMatch(/<script/)
  })
})
