import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIdentify } from '../../src/server/auth/identify.ts'
import type { KeyScope } from '../../src/server/domain/rights.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { atOnce } from '../support/at-once.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'

/** The app as programs meet it: with keys that are looked up, not with an identity given. */
let world: AppWorld
const keyRequestsPerMinute = 20
beforeAll(async () => {
  let identify: ReturnType<typeof createIdentify> | undefined
  world = await createAppWorld({
    identify: (headers) => {
      const { auth, db } = world.deps.accounts
      identify ??= createIdentify({ auth, db, keyRequestsPerMinute })
      return identify(headers)
    },
  })
})
afterAll(() => world[Symbol.asyncDispose]())

const makeKey = (scopes: KeyScope[] = ['read'], name = 'Workshop system') =>
  world.caller.apiKeys.create({ name, scopes })

async function ask(key: string, url = '/calls/ready', body?: unknown) {
  const authorization = `Bearer ${key}`
  const answer = await world.app.server.inject({
    method: body === undefined ? 'GET' : 'POST',
    url: `/api/v1${url}`,
    headers:
      body === undefined
        ? { authorization }
        : { authorization, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  })
  const { statusCode: status, headers } = answer
  return { status, headers, body: answer.json<unknown>() }
}

describe('a key', () => {
  it('opens its own organization, and is shown once', async () => {
    const call = await makeCall(world.db, world.organizationId)
    const others = await makeOrganization(world.db)
    await makeCall(world.db, others.id)
    const { key, apiKey } = await makeKey()
    expect(key).toMatch(/^rb_[\w-]{43}$/)
    expect(key.startsWith(apiKey.start)).toBe(true)

    const { status, body } = await ask(key)
    expect(status).toBe(200)
    expect(body).toMatchObject([{ id: call.id }])

    const kept = JSON.stringify([
      await world.db.apiKey.findUniqueOrThrow({ where: { id: apiKey.id } }),
      await world.db.auditEntry.findMany({ where: { subjectId: apiKey.id } }),
      await world.caller.apiKeys.list(),
    ])
    expect(kept).toContain(apiKey.start)
    expect(kept).not.toContain(key.slice(0, 20))
  })

  it('is listed with its last use', async () => {
    const { key, apiKey } = await makeKey(['write-visits', 'read', 'read'], 'Nightly push')
    const find = async () => (await world.caller.apiKeys.list()).find(({ id }) => id === apiKey.id)
    expect(await find()).toEqual({
      id: apiKey.id,
      name: 'Nightly push',
      start: apiKey.start,
      scopes: ['read', 'write-visits'],
      createdAt: apiKey.createdAt,
      lastUsedAt: null,
    })
    await ask(key)
    const { lastUsedAt } = (await find()) ?? {}
    expect(Math.abs(Date.now() - Date.parse(lastUsedAt ?? ''))).toBeLessThan(60_000)
  })

  it('may do what its scopes say and nothing else', async () => {
    const visit = {
      externalId: 'RO-77',
      customerName: 'Ana Ruiz',
      customerPhone: '+12125550123',
      serviceType: 'Brakes',
      completedAt: '2026-11-20T15:00:00Z',
    }
    const reader = await makeKey(['read'])
    expect(await ask(reader.key, '/service-records', visit)).toMatchObject({
      status: 403,
      body: {
        code: 'FORBIDDEN',
        message: 'This key is not made for that: it needs the scope write-visits.',
      },
    })
    const pusher = await makeKey(['write-visits'])
    expect((await ask(pusher.key, '/service-records', visit)).status).toBe(200)
    expect((await ask(pusher.key)).status).toBe(403)
    const entry = await world.db.auditEntry.findFirstOrThrow({
      where: { action: 'service_record.created' },
    })
    expect(entry).toMatchObject({ actorKind: 'api_key', actorId: pusher.apiKey.id })
  })

  it('ends when it is revoked, once', async () => {
    const { key, apiKey } = await makeKey()
    expect((await ask(key)).status).toBe(200)
    await world.caller.apiKeys.revoke({ id: apiKey.id })
    expect(await ask(key)).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED' } })
    await expect(world.caller.apiKeys.revoke({ id: apiKey.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const actions = await world.db.auditEntry.findMany({
      where: { subjectType: 'api_key', subjectId: apiKey.id },
      orderBy: { id: 'asc' },
    })
    expect(actions.map(({ action }) => action)).toEqual(['api_key.created', 'api_key.revoked'])
  })

  it('of another organization is neither listed nor revoked', async () => {
    const others = await makeOrganization(world.db)
    const stranger = await world.callerOf(others.id)
    const { key, apiKey } = await makeKey()
    expect(await stranger.apiKeys.list()).toEqual([])
    await expect(stranger.apiKeys.revoke({ id: apiKey.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await ask(key)).status).toBe(200)
  })

  it.each(['rb_', 'rb_no-such-key-at-all', 'x'.repeat(5000), "' or true --"])(
    'that nobody made is refused: %.20s',
    async (key) => {
      const { status, body } = await ask(key)
      // A word with blanks is no bearer token, so nobody has signed in.
      expect([status, body]).toMatchObject([401, { code: 'UNAUTHORIZED' }])
    },
  )

  it('is asked for where there is none', async () => {
    const { statusCode, headers, body } = await world.app.server.inject({ url: '/api/v1/cases' })
    expect(statusCode).toBe(401)
    expect(headers).toMatchObject({ 'www-authenticate': 'Bearer' })
    const message = 'Send a key as `Authorization: Bearer rb_…`, or sign in first.'
    expect(JSON.parse(body)).toEqual({ code: 'UNAUTHORIZED', message })
  })

  it('is refused while it is used too often, and only that one', async () => {
    const [eager, calm] = [await makeKey(), await makeKey()]
    for (let asked = 0; asked < keyRequestsPerMinute; asked += 1) {
      expect((await ask(eager.key)).status).toBe(200)
    }
    expect(await ask(eager.key)).toMatchObject({
      status: 429,
      body: { code: 'TOO_MANY_REQUESTS', message: expect.stringMatching(/in \d+ seconds\.$/) },
      headers: { 'retry-after': expect.stringMatching(/^\d+$/) },
    })
    expect((await ask(calm.key)).status).toBe(200)
  })
})

describe('making keys', () => {
  it.each([
    [{ name: ' ', scopes: ['read'] }, 'name'],
    [{ name: 'x'.repeat(101), scopes: ['read'] }, 'name'],
    [{ name: 'Push', scopes: [] }, 'scopes'],
  ] as const)('names the field that is wrong in %j', async (input, field) => {
    const wrong = { ...input, scopes: [...input.scopes] }
    await expect(world.caller.apiKeys.create(wrong)).rejects.toMatchObject({
      code: 'BAD_REQUEST',
      message: expect.stringContaining(field),
    })
  })

  it.each(['agent', 'presenter', 'viewer'] as const)('is not for the %s', async (role) => {
    const organization = await makeOrganization(world.db)
    const caller = await world.callerOf(organization.id, role)
    await expect(caller.apiKeys.list()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(caller.apiKeys.create({ name: 'Push', scopes: ['read'] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('ends at a hundred of them, also where two are made at once', async () => {
    const organization = await makeOrganization(world.db)
    const caller = await world.callerOf(organization.id, 'manager')
    await world.db.apiKey.createMany({
      data: Array.from({ length: 99 }, (_, at) => ({
        referenceId: organization.id,
        name: `Key ${at}`,
        key: `${organization.id} ${at}`,
      })),
    })
    const make = () => caller.apiKeys.create({ name: 'The last one', scopes: ['read'] })
    const made = await atOnce(world.db, organization.id, [make, make])
    expect(made).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'CONFLICT' } },
    ])
    expect(await world.db.apiKey.count({ where: { referenceId: organization.id } })).toBe(100)
  })
})
