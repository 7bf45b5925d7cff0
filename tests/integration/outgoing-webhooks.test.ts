import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { inOrganization } from '../../src/server/db/in-organization.ts'
import type { Deps } from '../../src/server/deps.ts'
import type { CallEvent } from '../../src/server/domain/call-status.ts'
import type { WebhookEvent } from '../../src/server/domain/webhook-events.ts'
import { applyChange, changeCall, lockCall } from '../../src/server/services/change-call.ts'
import { deliverWebhooks, pruneWebhookLog } from '../../src/server/services/deliver-webhooks.ts'
import { createWebhookSender } from '../../src/server/webhooks/webhook-sender.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { atOnce } from '../support/at-once.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'
import { type HookReceiver, type Received, startHookReceiver } from '../support/hook-receiver.ts'

let world: AppWorld
let receiver: HookReceiver
beforeAll(async () => {
  world = await createAppWorld()
  receiver = await startHookReceiver()
})
afterAll(async () => {
  await receiver[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})
beforeEach(() => {
  receiver.received.length = 0
  Object.assign(receiver, { status: 200, headers: {} })
})

const toPrivate = createWebhookSender({ isPrivateAllowed: true })
const asDispatcher = (): Deps => ({
  ...world.deps,
  db: world.deps.systemDb,
  webhooks: toPrivate,
  random: () => 0,
})
const deliver = () => deliverWebhooks(asDispatcher())

const ended = (outcome: 'answered' | 'no_answer'): CallEvent => ({
  type: 'attempt_ended',
  outcome,
  talkSec: null,
  retryAt: null,
  retryWishedAt: null,
})

/** An organization with an endpoint at the receiver. */
async function makeHouse(
  events: WebhookEvent[] = ['call.completed', 'call.missed', 'call.low_score'],
) {
  const { id: organizationId } = await makeOrganization(world.db)
  const caller = await world.callerOf(organizationId, 'manager')
  const created = await caller.webhooks.create({ url: 'https://hooks.example.com/', events })
  const { id } = created.endpoint
  await world.db.webhookEndpoint.update({ where: { id }, data: { url: receiver.url } })
  const endCall = async (
    outcome: 'answered' | 'no_answer',
    { npsScore, ...call }: { npsScore?: number; isDemo?: boolean } = {},
  ) => {
    const live = { status: 'in_progress', attemptCount: 1, dueAt: null, ...call }
    const { id: callId } = await makeCall(world.db, organizationId, live)
    const change = { event: ended(outcome), fields: { npsScore } }
    await changeCall(asDispatcher(), { organizationId, callId }, () => change)
    return callId
  }
  return {
    organizationId,
    caller,
    id,
    secret: created.secret,
    endCall,
    log: async () => (await caller.webhooks.deliveries({ endpointId: id })).deliveries,
    endpoint: async () => (await caller.webhooks.list()).find((each) => each.id === id),
  }
}

const messageSchema = z.object({
  type: z.string(),
  data: z.object({ call: z.object({ id: z.string() }) }),
})
const aSecret = `whsec_${'A'.repeat(43)}=`

/** Reads a message as a receiver would whose clock agrees with ours. */
function readSigned({ body, headers }: Omit<Received, 'path'>, secret: string): unknown {
  vi.useFakeTimers({ toFake: ['Date'], now: world.clock.now().epochMilliseconds })
  try {
    return new Webhook(secret).verify(body, headers)
  } finally {
    vi.useRealTimers()
  }
}

function lastAbout(callId: string): Received {
  const found = receiver.received.findLast(({ body }) => body.includes(callId))
  if (found === undefined) throw new Error('Nothing was received.')
  return found
}

describe('what happens to calls', () => {
  it('is told once to every endpoint that asked for it, with the call, and signed', async () => {
    const { endCall, secret, log } = await makeHouse()
    const low = await endCall('answered', { npsScore: 2 })
    const missed = await endCall('no_answer')
    await endCall('answered', { npsScore: 0, isDemo: true })
    // Two servers look for messages at the same time.
    await Promise.all([deliver(), deliver()])
    const told = receiver.received.map(({ body, headers }) => {
      expect(() => new Webhook(aSecret).verify(body, headers)).toThrow()
      return messageSchema.parse(readSigned({ body, headers }, secret))
    })
    const names = told.map(({ type, data }) => `${type} ${data.call.id}`)
    expect(names.sort()).toEqual(
      [`call.completed ${low}`, `call.low_score ${low}`, `call.missed ${missed}`].sort(),
    )
    const deliveries = await log()
    expect(
      deliveries.map(({ status, statusCode, tries, dueAt }) => ({
        status,
        statusCode,
        tries,
        dueAt,
      })),
    ).toEqual(Array(3).fill({ status: 'delivered', statusCode: 200, tries: 1, dueAt: null }))
    expect(deliveries.map(({ id }) => id).sort()).toEqual(
      receiver.received.map(({ headers }) => headers['webhook-id']).sort(),
    )
  })

  it('is not told of what nobody asked for, nor by an endpoint that is disabled', async () => {
    const { endCall, caller, id, log } = await makeHouse(['call.low_score'])
    await endCall('answered', { npsScore: 9 })
    await caller.webhooks.update({ id, isEnabled: false })
    await endCall('answered', { npsScore: 1 })
    expect(await log()).toEqual([])
  })

  it('is not told where the change itself fails', async () => {
    const { organizationId, log } = await makeHouse()
    const live = { status: 'in_progress', attemptCount: 1, dueAt: null }
    const { id: callId } = await makeCall(world.db, organizationId, live)
    const work = inOrganization(world.deps.systemDb, organizationId, async (tx) => {
      const call = await lockCall(tx, { organizationId, callId })
      const fields = { npsScore: 1 }
      await applyChange(tx, call, { event: ended('answered'), fields }, world.clock.now())
      expect(await tx.webhookDelivery.count({ where: { callId } })).toBe(2)
      throw new Error('the server ends here')
    })
    await expect(work).rejects.toThrow('the server ends here')
    expect(await log()).toEqual([])
  })
})

describe('a message that does not get through', () => {
  it('is sent again after a while, under the same id and signed for its own moment', async () => {
    const { endCall, secret, log } = await makeHouse(['call.missed'])
    receiver.status = 503
    const callId = await endCall('no_answer')
    await deliver()
    expect(await log()).toMatchObject([
      { status: 'waiting', tries: 1, statusCode: 503, answer: 'answered 503' },
    ])
    await deliver()
    expect(receiver.received).toHaveLength(1)
    receiver.status = 204
    await world.clock.advance(5000)
    await deliver()
    const [first, second] = receiver.received
    expect(second?.body).toBe(first?.body)
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    expect(Number(second?.headers['webhook-timestamp'])).toBe(
      Number(first?.headers['webhook-timestamp']) + 5,
    )
    readSigned(lastAbout(callId), secret)
    expect(await log()).toMatchObject([{ status: 'delivered', tries: 2, statusCode: 204 }])
  })

  it('is tried for a day, then given up, and sent again where somebody asks', async () => {
    const { endCall, log, caller, endpoint } = await makeHouse(['call.missed'])
    receiver.status = 500
    await endCall('no_answer')
    for (let hour = 0; hour < 26 * 60; hour += 15) {
      await deliver()
      await world.clock.advance(15 * 60_000)
    }
    expect(receiver.received).toHaveLength(8)
    const [given] = await log()
    expect(given).toMatchObject({ status: 'failed', tries: 8, dueAt: null })
    expect(await endpoint()).toMatchObject({ isEnabled: true })
    expect((await endpoint())?.failingSince).not.toBeNull()
    receiver.status = 200
    await caller.webhooks.sendAgain({ id: given?.id ?? '' })
    await expect(caller.webhooks.sendAgain({ id: given?.id ?? '' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await deliver()
    expect(await log()).toMatchObject([{ id: given?.id, status: 'delivered' }])
    expect((await endpoint())?.failingSince).toBeNull()
    await world.clock.advance(31 * 24 * 3_600_000)
    await pruneWebhookLog(asDispatcher())
    expect(await log()).toEqual([])
  })

  it('disables an endpoint that is gone, or fails for days; nothing more is sent', async () => {
    const gone = await makeHouse(['call.missed'])
    receiver.status = 410
    await gone.endCall('no_answer')
    await deliver()
    expect(await gone.endpoint()).toMatchObject({
      isEnabled: false,
      disabledReason: expect.stringContaining('410'),
    })
    const [refused] = await gone.log()
    await expect(gone.caller.webhooks.sendAgain({ id: refused?.id ?? '' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: 'This webhook is disabled. Enable it first.',
    })
    expect(await gone.log()).toEqual([refused])
    const failing = await makeHouse(['call.missed'])
    receiver.status = 500
    for (let day = 0; day < 4; day++) {
      await failing.endCall('no_answer')
      await deliver()
      await world.clock.advance(24 * 3_600_000)
    }
    expect(await failing.endpoint()).toMatchObject({ isEnabled: false })
    const sent = receiver.received.length
    await failing.endCall('no_answer')
    await world.clock.advance(24 * 3_600_000)
    await deliver()
    expect(receiver.received).toHaveLength(sent)
    expect(await failing.caller.webhooks.update({ id: failing.id, isEnabled: true })).toMatchObject(
      { isEnabled: true, disabledReason: null, failingSince: null },
    )
  })
})

describe('a receiver that does not answer', () => {
  it('keeps nobody else waiting, and no more places than its share', async () => {
    const slow = await makeHouse(['call.missed'])
    const fast = await makeHouse(['call.missed'])
    for (let at = 0; at < 6; at++) await slow.endCall('no_answer')
    for (let at = 0; at < 10; at++) await fast.endCall('no_answer')
    const slowUrl = 'https://slow.example.com/'
    await world.db.webhookEndpoint.update({ where: { id: slow.id }, data: { url: slowUrl } })
    const stuck: (() => void)[] = []
    let isAwake = false
    const answer = { statusCode: 200, answer: '', problem: null }
    const deps = asDispatcher()
    const webhooks: Deps['webhooks'] = {
      ...toPrivate,
      post: (message) =>
        message.url === slowUrl && !isAwake
          ? new Promise((resolve) => stuck.push(() => resolve(answer)))
          : Promise.resolve(answer),
    }
    const done = deliverWebhooks({ ...deps, webhooks })
    await vi.waitFor(async () => {
      const told = (await fast.log()).filter(({ status }) => status === 'delivered')
      expect(told).toHaveLength(10)
    }, 20_000)
    expect(stuck).toHaveLength(4)
    await fast.endCall('no_answer')
    await vi.waitFor(async () => {
      expect((await fast.log()).map(({ status }) => status)).toEqual(Array(11).fill('delivered'))
    }, 20_000)
    expect(stuck).toHaveLength(4)
    // What follows is sent as places come free.
    isAwake = true
    for (const resolve of stuck) resolve()
    await done
    expect((await slow.log()).map(({ status }) => status)).toEqual(Array(6).fill('delivered'))
  })
})

describe('a secret', () => {
  it('signs beside its successor for a day, and is in no other answer', async () => {
    const { endCall, caller, id, secret } = await makeHouse(['call.missed'])
    const { secret: next } = await caller.webhooks.rotateSecret({ id })
    expect(next).toMatch(/^whsec_[\w+/]{43}=$/)
    const now = await endCall('no_answer')
    await deliver()
    for (const key of [next, secret]) readSigned(lastAbout(now), key)
    await world.clock.advance(25 * 3_600_000)
    const later = await endCall('no_answer')
    await deliver()
    readSigned(lastAbout(later), next)
    expect(() => readSigned(lastAbout(later), secret)).toThrow('No matching signature')
    expect(JSON.stringify(await caller.webhooks.list())).not.toContain('whsec')
  })
})

it('has nine others at most, also where two are added at once', async () => {
  const { organizationId, caller } = await makeHouse()
  const endpoint = { url: 'https://hooks.example.com/', events: ['call.missed' as const] }
  const others = Array.from({ length: 8 }, () => ({
    ...endpoint,
    organizationId,
    secret: 'whsec_',
  }))
  await world.db.webhookEndpoint.createMany({ data: others })
  const add = () => caller.webhooks.create(endpoint)
  const added = await atOnce(world.db, organizationId, [add, add])
  expect(added.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(added).toContainEqual({
    status: 'rejected',
    reason: expect.objectContaining({
      code: 'CONFLICT',
      message: 'An organization has at most 10 webhooks.',
    }),
  })
  expect(await caller.webhooks.list()).toHaveLength(10)
})

it('tries an endpoint out once, whatever comes of it', async () => {
  const { caller, id, log, endpoint } = await makeHouse(['call.missed'])
  receiver.status = 404
  const sent = await caller.webhooks.sendTest({ id })
  await deliver()
  expect(await log()).toMatchObject([
    { id: sent.id, event: 'webhook.test', status: 'failed', statusCode: 404, tries: 1 },
  ])
  expect((await endpoint())?.failingSince).toBeNull()
})

describe('an address of a private network', () => {
  it.each([
    ['http://hooks.example.com/', /https/],
    ['https://localhost/', /public name/],
    ['https://127.0.0.1/', /public name/],
    ['https://[::1]/', /public name/],
    ['https://10.1.2.3/', /public name/],
    ['https://2130706433/', /public name/],
    ['https://printer/', /public name/],
    ['https://db.internal/', /public name/],
    ['https://me:secret@hooks.example.com/', /name and password/],
    ['ftp://hooks.example.com/', /whole address/],
  ])('is refused where it can be seen: %s', async (url, why) => {
    const { caller } = await makeHouse()
    const events: WebhookEvent[] = ['call.missed']
    await expect(caller.webhooks.create({ url, events })).rejects.toThrow(why)
  })

  it('is refused when it is connected to, also behind a name, and no redirect leads there', async () => {
    const { port } = new URL(receiver.url)
    const publicOnly = createWebhookSender({ isPrivateAllowed: false })
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0']) {
      const post = { url: `http://${host}:${port}/`, headers: {}, body: '{}' }
      const answer = await publicOnly.post(post)
      expect({ host, ...answer }).toMatchObject({
        host,
        problem: expect.stringContaining('private network'),
      })
    }
    expect(receiver.received).toEqual([])
    Object.assign(receiver, { status: 302, headers: { location: `${receiver.url}/elsewhere` } })
    const answer = await toPrivate.post({ url: receiver.url, headers: {}, body: '{}' })
    expect(answer).toMatchObject({ statusCode: 302 })
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook'])
  })
})
