import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Identity } from '../../../src/server/auth/identity.ts'
import { csvExports } from '../../../src/server/http/csv-exports.ts'
import { type AppWorld, createAppWorld } from '../../support/app-world.ts'
import { randomRuns } from '../../support/random-runs.ts'
import { endpoints, requestTo } from '../../support/walls/endpoints.ts'
import { furnishHouse, type House } from '../../support/walls/furnished-house.ts'
import { malformedInputs } from '../../support/walls/malformed.ts'
import { procedureSamples } from '../../support/walls/procedure-samples.ts'
import { procedures } from '../../support/walls/procedures.ts'

/** Per procedure and per path; a hundred times as many find nothing more. */
const runs = randomRuns(Number(process.env.FUZZ_RUNS ?? 15))

let world: AppWorld
let house: House
let identity: Identity | null = null
beforeAll(async () => {
  world = await createAppWorld({ identify: async () => identity, writesPerMinute: 1_000_000 })
  house = await furnishHouse(world.db, 'own')
  identity = {
    ...(await world.identityOf(house.organizationId, 'owner')),
    sessionId: house.ids.session,
  }
})
afterAll(() => world[Symbol.asyncDispose]())

const issueSchema = z.object({ path: z.string(), message: z.string().min(1) })
const failureSchema = z.object({
  code: z.string(),
  message: z.string().min(1).max(20_000),
  issues: z.array(issueSchema).default([]),
})

/** Done, or refused in words: with the fields that are wrong, and never with a look inside. */
function expectGraceful(status: number, failure: unknown, body: string) {
  expect(status, body).toBeLessThan(500)
  expect(body).not.toMatch(/\bat \S+ \(|node_modules|prisma|postgres|ECONN|\.ts:\d+/i)
  if (status < 400) return
  const { code, issues } = failureSchema.parse(failure)
  if (code === 'BAD_REQUEST') expect(issues.length, body).toBeGreaterThan(0)
}

const isSendable = (value: unknown) => value === undefined || JSON.stringify(value).length < 12_000

describe.each(procedures.filter(({ type }) => type !== 'subscription'))('$name', (procedure) => {
  const { name, type, inputSchema } = procedure

  it('refuses malformed input in words, over tRPC', async () => {
    const sample = () => procedureSamples[name]?.(house.ids)
    const input = fc.constant(null).chain(() => malformedInputs(procedure, sample()))
    await fc.assert(
      fc.asyncProperty(input.filter(isSendable), async (value) => {
        const text = JSON.stringify(value) ?? ''
        const answer = await world.app.server.inject({
          method: type === 'mutation' ? 'POST' : 'GET',
          url: `/trpc/${name}${type === 'mutation' ? '' : `?input=${encodeURIComponent(text)}`}`,
          ...(type === 'mutation' && { payload: text }),
          headers: { 'content-type': 'application/json' },
        })
        const body = answer.json<{ error?: { message: string; data: Record<string, unknown> } }>()
        const failure = { ...body.error?.data, message: body.error?.message }
        // Where nothing is taken, whatever is sent is nothing.
        if (inputSchema === null && answer.statusCode < 500) return
        expectGraceful(answer.statusCode, failure, answer.body)
        expect(JSON.stringify(body.error?.data ?? {})).not.toContain('stack')
      }),
      runs,
    )
  })
})

describe.each(endpoints)('$method $path', (endpoint) => {
  const { method, path, name } = endpoint
  const procedure = procedures.find((each) => each.name === name)
  const inputSchema = csvExports.find((each) => each.path === path)?.inputSchema
  const behind = procedure ?? {
    name,
    type: 'query' as const,
    right: null,
    isOpen: false,
    inputSchema: inputSchema ?? null,
  }

  it('refuses malformed requests in words, over REST', async () => {
    const input = fc
      .constant(null)
      .chain(() => malformedInputs(behind, procedureSamples[name]?.(house.ids) ?? {}))
    await fc.assert(
      fc.asyncProperty(input.filter(isSendable), fc.boolean(), async (value, isPathBad) => {
        const { url } = requestTo(endpoint, house.ids)
        const fields = typeof value === 'object' && value !== null ? Object.entries(value) : []
        const words = fields.map(([key, each]): [string, string] => [key, wordOf(each)])
        const place = encodeURIComponent(wordOf(fields[0]?.[1] ?? value).slice(0, 500)) || 'x'
        const at =
          isPathBad && path.includes('{')
            ? path.replaceAll(/\{\w+\}/g, place)
            : url.slice(7).split('?')[0]
        const isRead = method === 'GET' || method === 'DELETE'
        const query = isRead ? `?${new URLSearchParams(words)}` : ''
        const answer = await world.app.server.inject({
          method,
          url: `/api/v1${at}${query}`,
          ...(isRead ? {} : { payload: JSON.stringify(value) ?? '' }),
          headers: isRead ? { 'x-ringback': '1' } : { 'content-type': 'application/json' },
        })
        const isFile = String(answer.headers['content-type']).startsWith('text/csv')
        const failure: unknown = isFile ? null : JSON.parse(answer.body)
        // A body that is no object has no fields to name.
        const isShapeless =
          answer.body.includes('as a JSON object') || answer.body.includes('valid JSON')
        if (answer.statusCode === 400 && isShapeless) return
        expectGraceful(answer.statusCode, failure, isFile ? '' : answer.body)
      }),
      runs,
    )
  })
})

const wordOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  // What an address cannot hold, no client can send.
  return Buffer.from(text).toString().slice(0, 3000)
}

describe('what is too deep, too long or no JSON at all', () => {
  const write = { method: 'POST' as const, headers: { 'content-type': 'application/json' } }
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  const bodies: [what: string, payload: string, status: number][] = [
    ['a hundred thousand brackets', deep(100_000), 400],
    ['a deep field', `{"id":${deep(100_000)}}`, 400],
    ['a deep field of a file', `{"fileName":"x","content":"x","mapping":${deep(100_000)}}`, 400],
    ['an open bracket', '{', 400],
    ['nothing', '', 400],
    ['a prototype', '{"__proto__":{"id":"x"}}', 400],
    ['twice the same field', '{"id":"x","id":"y"}', 400],
    ['bytes', '\0\u0001\ufffd', 400],
  ]
  const targets = ['/trpc/calls.update', '/trpc/serviceRecords.import', '/api/v1/calls']
  it.each(
    bodies.flatMap(([what, payload, status]) =>
      targets.map((url) => ({ what, url, payload, status })),
    ),
  )('$what to $url', async ({ url, payload, status }) => {
    const answer = await world.app.server.inject({ ...write, url, payload })
    expect(answer.statusCode, answer.body.slice(0, 500)).toBe(status)
    expect(answer.body).not.toMatch(/\bat \S+ \(|node_modules|RangeError|Maximum call stack/)
  })

  it.each([
    'calls.list',
    'calls.byId,calls.list',
    '%00',
    '__proto__',
    'constructor',
    'calls',
    'calls.list.x',
    ',,,',
  ])('a procedure named %s', async (name) => {
    for (const input of [
      '',
      '?input=',
      '?input=x',
      '?batch=1&input=[]',
      '?batch=1&input={"0":1,"x":2}',
      '?batch=x',
    ]) {
      const answer = await world.app.server.inject({ url: `/trpc/${name}${input}` })
      expect(answer.statusCode, answer.body).toBeLessThan(500)
      expect(answer.body).not.toMatch(/\bat \S+ \(|node_modules|stack/)
    }
  })
})
