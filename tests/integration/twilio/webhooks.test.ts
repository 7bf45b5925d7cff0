import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toInstant } from '../../../src/server/db/instants.ts'
import { applyAttemptNews } from '../../../src/server/services/apply-attempt-news.ts'
import { claimDueCalls } from '../../../src/server/services/claim-due-calls.ts'
import { storePlacements } from '../../../src/server/services/store-placements.ts'
import { type Parameters, sign } from '../../support/stand-in-twilio/callbacks.ts'
import { standInAccount } from '../../support/stand-in-twilio/start-stand-in.ts'
import { createTwilioWorld, type TwilioWorld } from '../../support/twilio-world.ts'
import { fingerprintOf } from '../../support/walls/fingerprint.ts'

let world: TwilioWorld
beforeAll(async () => {
  world = await createTwilioWorld()
  // The calls here are told by the test alone.
  await world.dispatcher.stop()
}, 60_000)
afterAll(() => world[Symbol.asyncDispose]())

let calls = 0

/** A call that is claimed and on the line, and a hand that signs what Twilio would send of it. */
async function liveCall() {
  calls += 1
  const { id, phoneNumber } = await world.makeDueCall(`+1469888${String(calls).padStart(4, '0')}`)
  const { attempts } = await claimDueCalls(
    { ...world.deps, db: world.deps.systemDb },
    { organizationId: world.organizationId, limit: 1 },
  )
  const key = attempts[0]?.request.placementKey ?? ''
  const sid = `CA${randomUUID().replaceAll('-', '')}`
  const signed = (path: string, parameters: Parameters) => {
    const url = `${world.publicUrl}/webhooks/twilio/${key}/${path}`
    const all = { CallSid: sid, ...parameters }
    return { url, parameters: all, signature: sign(standInAccount.authToken, url, all) }
  }
  return {
    ...{ id, key, sid, phoneNumber, signed },
    tell: (path: string, parameters: Parameters) => post(signed(path, parameters)),
  }
}

type Sent = {
  url: string
  parameters: Parameters
  signature: string | null
  headers?: Record<string, string>
}

function post({ url, parameters, signature, headers = {} }: Sent) {
  return world.app.server.inject({
    method: 'POST',
    url: url.slice(world.publicUrl.length),
    payload: new URLSearchParams(parameters).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(signature !== null && { 'x-twilio-signature': signature }),
      ...headers,
    },
  })
}

const completed = { CallStatus: 'completed', CallDuration: '40', SequenceNumber: '3' }

test('twenty forged webhooks are refused, and change nothing', async () => {
  const { key, signed } = await liveCall()
  const genuine = signed('status', completed)
  const { parameters, signature, url } = genuine
  const resigned = (token: string, at = url, given = parameters) => sign(token, at, given)
  const token = standInAccount.authToken
  const https = url.replace('http:', 'https:')
  const otherKey = url.replace(key, randomUUID())
  const form = new URLSearchParams(parameters).toString()
  const forged: Sent[] = [
    { ...genuine, signature: null },
    { ...genuine, signature: '' },
    { ...genuine, signature: 'x' },
    { ...genuine, signature: signature.slice(1) },
    { ...genuine, signature: signature.toLowerCase() },
    { ...genuine, signature: `${signature}, ${signature}` },
    { ...genuine, signature: resigned('another token') },
    { ...genuine, signature: resigned(token.toUpperCase()) },
    { ...genuine, signature: resigned(token, https) },
    { ...genuine, signature: resigned(token, url.replace('127.0.0.1', 'evil.example')) },
    { ...genuine, signature: resigned(token, `${url}?`) },
    { ...genuine, url: `${url}?more=1` },
    { ...genuine, url: otherKey },
    { ...genuine, url: url.replace('/status', '/voice') },
    { ...genuine, url: url.replace('/status', '/turns/1') },
    { ...genuine, url: url.replace('/status', '/recording') },
    { ...genuine, parameters: { ...parameters, CallDuration: '41' } },
    { ...genuine, parameters: { ...parameters, CallStatus: 'busy' } },
    { ...genuine, parameters: { ...parameters, AnsweredBy: 'human' } },
    { ...genuine, parameters: {}, url: `${url}?${form}` },
  ]
  expect(forged).toHaveLength(20)
  const before = await fingerprintOf(world.db)
  const statuses = []
  for (const one of forged) statuses.push((await post(one)).statusCode)
  expect(statuses).toEqual(Array(20).fill(403))
  expect(await fingerprintOf(world.db)).toEqual(before)
  expect((await post(genuine)).statusCode).toBe(204)
  expect(await fingerprintOf(world.db)).not.toEqual(before)
})

describe('a genuine webhook a hundred times', () => {
  test('of the end: one effect', async () => {
    const { id, signed } = await liveCall()
    const genuine = signed('status', completed)
    expect((await post(genuine)).statusCode).toBe(204)
    const after = await fingerprintOf(world.db)
    const again = await Promise.all(Array.from({ length: 99 }, () => post(genuine)))
    expect(new Set(again.map(({ statusCode }) => statusCode))).toEqual(new Set([204]))
    expect(await fingerprintOf(world.db)).toEqual(after)
    expect(await world.callById(id)).toMatchObject({ status: 'completed', durationSec: 40 })
  })

  test('of an answer: the conversation goes on once, and tells the same', async () => {
    const { tell, signed } = await liveCall()
    await tell('voice', { AnsweredBy: 'human' })
    const genuine = signed('turns/1', { Digits: '1' })
    const { body } = await post(genuine)
    expect(body).toContain('/turns/2')
    const after = await fingerprintOf(world.db)
    const again = await Promise.all(Array.from({ length: 99 }, () => post(genuine)))
    expect(new Set(again.map((answer) => answer.body))).toEqual(new Set([body]))
    expect(await fingerprintOf(world.db)).toEqual(after)
  })
})

test('who opts out is on the list before the call is over', async () => {
  const { id, tell, phoneNumber } = await liveCall()
  const waiting = await world.makeDueCall(phoneNumber)
  await tell('voice', { AnsweredBy: 'human' })
  const { body } = await tell('turns/1', { Digits: '*' })
  expect(body).toMatch(/<Hangup\/>/)
  expect(await world.callById(id)).toMatchObject({ status: 'placing', outcome: null })
  expect(await world.db.doNotCall.count({ where: { phoneNumber } })).toBe(1)
  expect(await world.callById(waiting.id)).toMatchObject({
    status: 'canceled',
    outcome: 'opted_out',
  })
})

describe('an opt-out counts however late it is heard', () => {
  const isListed = async (phoneNumber: string) =>
    (await world.db.doNotCall.count({ where: { phoneNumber } })) > 0

  test('after the end of the call has overtaken it', async () => {
    const { tell, phoneNumber } = await liveCall()
    const waiting = await world.makeDueCall(phoneNumber)
    await tell('voice', { AnsweredBy: 'human' })
    await tell('status', completed)
    await tell('turns/1', { Digits: '1' })
    expect(await isListed(phoneNumber)).toBe(false)
    const { body } = await tell('turns/1', { SpeechResult: 'Please stop calling me.' })
    expect(body).toContain('<Hangup/>')
    expect(await isListed(phoneNumber)).toBe(true)
    expect(await world.callById(waiting.id)).toMatchObject({ outcome: 'opted_out' })
  })

  test('as a second answer to a turn', async () => {
    const { tell, phoneNumber } = await liveCall()
    await tell('voice', { AnsweredBy: 'human' })
    const { body } = await tell('turns/1', { Digits: '1' })
    expect((await tell('turns/1', { Digits: '2' })).body).toBe(body)
    expect(await isListed(phoneNumber)).toBe(false)
    expect((await tell('turns/1', { Digits: '*' })).body).toBe(body)
    expect(await isListed(phoneNumber)).toBe(true)
  })
})

describe('a customer who talks', () => {
  test('is not taken for lost', async () => {
    const { key, tell } = await liveCall()
    const lease = async () => {
      const attempt = await world.db.callAttempt.findUniqueOrThrow({ where: { placementKey: key } })
      return attempt.leaseExpiresAt.getTime()
    }
    const runOut = () =>
      world.db.callAttempt.update({
        where: { placementKey: key },
        data: { leaseExpiresAt: new Date(0) },
      })
    await runOut()
    await tell('voice', { AnsweredBy: 'human' })
    expect(await lease()).toBeGreaterThan(Date.now())
    await runOut()
    await tell('turns/1', { Digits: '1' })
    expect(await lease()).toBeGreaterThan(Date.now())
  })

  test('is heard, even if the call was given up meanwhile', async () => {
    const { id, key, tell } = await liveCall()
    await tell('status', { CallStatus: 'in-progress' })
    await tell('voice', { AnsweredBy: 'human' })
    await tell('turns/1', { Digits: '1' })
    const attempt = await world.db.callAttempt.findUniqueOrThrow({ where: { placementKey: key } })
    await applyAttemptNews(
      { ...world.deps, db: world.deps.systemDb },
      {
        ...{ type: 'lost', placementKey: key, at: world.deps.clock.now(), source: 'timeout' },
        leaseExpiresAt: toInstant(attempt.leaseExpiresAt),
      },
    )
    expect(await world.callById(id)).toMatchObject({ status: 'unknown' })
    await tell('turns/2', { Digits: '9' })
    await tell('status', completed)
    expect(await world.callById(id)).toMatchObject({ status: 'completed', npsScore: 9 })
  })
})

test('nobody on the line waits for the recording to be stopped', { timeout: 8000 }, async () => {
  const { tell } = await liveCall()
  const { recordings } = world.twilio
  const { stop } = recordings
  const stopped: string[] = []
  Object.assign(recordings, {
    stop(callSid: string) {
      stopped.push(callSid)
      return new Promise(() => undefined)
    },
  })
  await tell('voice', { AnsweredBy: 'human' })
  await tell('turns/1', { Digits: '1' })
  const { body } = await tell('turns/2', { SpeechResult: 'Please do not record this.' })
  Object.assign(recordings, { stop })
  expect(body).toContain('/turns/3')
  expect(stopped).toHaveLength(1)
})

test('a history that is full stays as it is', async () => {
  const { key, tell } = await liveCall()
  await tell('status', { CallStatus: 'ringing' })
  const where = { placementKey: key }
  const history = Array.from({ length: 200 }, () => ({
    ...{ at: '2026-11-20T17:00:00Z', source: 'callback', event: 'ringing', applied: false },
  }))
  await world.db.callAttempt.update({ where, data: { history } })
  await storePlacements({ ...world.deps, db: world.deps.systemDb }, [
    { placementKey: key, providerCallId: `CA${'0'.repeat(32)}`, source: 'callback' },
  ])
  expect((await world.db.callAttempt.findUniqueOrThrow({ where })).history).toHaveLength(200)
})

test('what Twilio may say wrongly is refused, and what is not ours is hung up', async () => {
  const { tell, signed } = await liveCall()
  expect((await tell('status', { CallStatus: 'levitating' })).statusCode).toBe(400)
  expect((await tell('turns/first', { Digits: '1' })).statusCode).toBe(400)
  expect((await tell('turns/7', { Digits: '1' })).body).toContain('<Hangup/>')
  const { url, parameters } = signed('voice', {})
  const foreign = url.replace(/[^/]+\/voice$/, `${randomUUID()}/voice`)
  const signature = sign(standInAccount.authToken, foreign, parameters)
  const answer = await post({ url: foreign, parameters, signature })
  expect({ status: answer.statusCode, type: answer.headers['content-type'] }).toEqual({
    ...{ status: 200, type: expect.stringContaining('text/xml') },
  })
  expect(answer.body).toContain('<Hangup/>')
})
