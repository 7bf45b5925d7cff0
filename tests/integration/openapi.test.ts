import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createDocumentationPage } from '../../src/server/http/documentation-page.ts'
import { createOpenApiDocument } from '../../src/server/http/openapi-document.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

async function readDocument() {
  const answer = await world.app.server.inject({ url: '/api/v1/openapi.json' })
  return { status: answer.statusCode, body: answer.json<unknown>() }
}

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
    const rows = Object.values(paths).flatMap((item) => Object.entries(item))
    for (const [method, operation] of rows) {
      expect(operation.security).toEqual([{ key: [] }, { session: [] }])
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining([
          ...['200', '400', '401', '403', '429', '500', '503'],
          ...(method === 'get' ? [] : ['409', '413', '415']),
        ]),
      )
    }
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
