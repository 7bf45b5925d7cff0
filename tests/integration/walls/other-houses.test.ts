import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Identity } from '../../../src/server/auth/identity.ts'
import { appRouter } from '../../../src/server/trpc/router.ts'
import { type AppWorld, createAppWorld } from '../../support/app-world.ts'
import { endpoints, requestTo } from '../../support/walls/endpoints.ts'
import { fingerprintOf } from '../../support/walls/fingerprint.ts'
import { furnishHouse, type House } from '../../support/walls/furnished-house.ts'
import { procedureSamples } from '../../support/walls/procedure-samples.ts'
import {
  type Caller,
  callProcedure,
  idPathsOf,
  procedures,
  withValueAt,
} from '../../support/walls/procedures.ts'

let world: AppWorld
let own: House
let theirs: House
let caller: Caller
let identity: Identity | null = null
beforeAll(async () => {
  world = await createAppWorld({ identify: async () => identity })
  theirs = await furnishHouse(world.db, 'k4n4ry')
  own = await furnishHouse(world.db, 'own')
  identity = await world.identityOf(own.organizationId, 'owner')
  const signedIn = { ...identity, sessionId: own.ids.session }
  const context = { deps: world.deps, requestId: 'of a test', setCookies: () => undefined }
  caller = appRouter.createCaller({ ...context, identity: signedIn })
})
afterAll(() => world[Symbol.asyncDispose]())

/** Nothing of the other organization: no text of it, no id. */
function expectNothingOfTheirs(answer: unknown, asked: readonly string[] = []) {
  const text = JSON.stringify(answer) ?? ''
  expect(text).not.toContain(theirs.mark)
  for (const id of Object.values(theirs.ids)) {
    if (!asked.includes(id)) expect(text).not.toContain(id)
  }
}

const sampleOf = (name: string) => procedureSamples[name]?.(own.ids)

describe.each(procedures)('$name', (procedure) => {
  const { name } = procedure
  const paths = idPathsOf(procedure)

  it('answers nothing of another organization and changes nothing there', async () => {
    const before = await fingerprintOf(world.db, theirs.organizationId)
    const { answer, message } = await callProcedure(caller, name, sampleOf(name))
    expectNothingOfTheirs({ answer, message })
    expect(await fingerprintOf(world.db, theirs.organizationId)).toEqual(before)
  })

  it.each(paths.map((path) => ({ path: path.join('.') })))(
    'treats an id of theirs as $path like one that does not exist',
    async ({ path }) => {
      const ask = (id: string) =>
        callProcedure(caller, name, withValueAt(sampleOf(name), path.split('.'), id))
      const unknown = await ask(randomUUID())
      // What finds nothing to do with an id may note that somebody asked, but in the own house only.
      const where = unknown.code === 'OK' ? theirs.organizationId : undefined
      const before = await fingerprintOf(world.db, where)
      for (const [kind, id] of Object.entries(theirs.ids)) {
        const ending = await ask(id)
        expect({ kind, ...ending }).toEqual({ kind, ...unknown })
        expectNothingOfTheirs(ending, [id])
      }
      expect(await fingerprintOf(world.db, where)).toEqual(before)
    },
  )
})

it('follows a cursor of theirs to rows of its own at most', async () => {
  const foreign = await world.callerOf(theirs.organizationId, 'owner')
  const calls = await foreign.calls.list({ tab: 'ready', limit: 1 })
  const records = await foreign.serviceRecords.list({ limit: 1 })
  expect([calls.nextCursor, records.nextCursor]).toEqual([expect.any(String), expect.any(String)])
  const answers = [
    await caller.calls.list({ tab: 'ready', cursor: calls.nextCursor }),
    await caller.calls.ready({ cursor: calls.nextCursor ?? '' }),
    await caller.serviceRecords.list({ cursor: records.nextCursor }),
  ]
  expectNothingOfTheirs(answers)
})

it('finds nothing of theirs by searching for it', async () => {
  const found = [
    await caller.calls.list({ tab: 'ready', filter: { search: theirs.mark } }),
    await caller.calls.list({ tab: 'ready', filter: { tag: `tag ${theirs.mark}` } }),
    await caller.calls.list({ tab: 'ready', filter: { serviceType: `Service ${theirs.mark}` } }),
  ]
  expect(found.map(({ calls }) => calls)).toEqual([[], [], []])
  const records = await caller.serviceRecords.list({ search: theirs.mark })
  expect(records.serviceRecords).toEqual([])
})

describe.each(endpoints.filter(({ path }) => path.includes('{')))('$method $path', (endpoint) => {
  async function ask(id: string) {
    const { method, path } = endpoint
    const { body } = requestTo(endpoint, own.ids)
    const answer = await world.app.server.inject({
      method,
      url: `/api/v1${path.replaceAll(/\{\w+\}/g, id)}`,
      payload: body,
      headers: { 'x-ringback': '1', ...(body && { 'content-type': 'application/json' }) },
    })
    return { status: answer.statusCode, body: answer.json<unknown>() }
  }

  it('answers 404 for an id of theirs, as for one that does not exist', async () => {
    const unknown = await ask(randomUUID())
    expect(unknown.status).toBe(404)
    const before = await fingerprintOf(world.db)
    for (const [kind, id] of Object.entries(theirs.ids)) {
      expect({ kind, ...(await ask(id)) }).toEqual({ kind, ...unknown })
    }
    expect(await fingerprintOf(world.db)).toEqual(before)
  })
})

it('keeps recordings of theirs as quiet as those that do not exist', async () => {
  const ask = async (id: string) => {
    const { statusCode, body } = await world.app.server.inject({ url: `/recordings/${id}` })
    return { statusCode, body }
  }
  expect((await ask(own.ids.audio)).statusCode).toBe(200)
  const unknown = await ask(randomUUID())
  expect(unknown.statusCode).toBe(404)
  for (const id of Object.values(theirs.ids)) expect(await ask(id)).toEqual(unknown)
})

it('erases a customer of its own, and not the namesake next door with the same number', async () => {
  const before = await fingerprintOf(world.db, theirs.organizationId)
  const erased = await caller.customers.erase({ phoneNumber: '+14695550119' })
  expect(erased.serviceRecords).toBeGreaterThan(0)
  expect(await fingerprintOf(world.db, theirs.organizationId)).toEqual(before)
})
