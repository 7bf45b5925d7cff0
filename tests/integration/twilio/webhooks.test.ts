import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toInstant } from '../../../src/server/db/instants.ts'
import { storeTurn } from '../../../src/server/db/read-conversation.ts'
import { attemptNewsSchema } from '../../../src/server/domain/call.schema.ts'
import { applyAttemptNews } from '../../../src/server/services/apply-attempt-news.ts'
import { keepToldRecordings } from '../../../src/server/services/keep-told-recordings.ts'
import { storePlacements } from '../../../src/server/services/store-placements.ts'
import type { ProviderRecordings } from '../../../src/server/telephony/port.ts'
import { sign } from '../../support/stand-in-twilio/callbacks.ts'
import { standInAccount } from '../../support/stand-in-twilio/start-stand-in.ts'
import {
  toldCompleted as completed,
  forgeriesOf,
  liveCall,
  post,
} from '../../support/twilio-hand.ts'
import { createTwilioWorld, type TwilioWorld } from '../../support/twilio-world.ts'
import { fingerprintOf } from '../../support/walls/fingerprint.ts'

let world: TwilioWorld
beforeAll(async () => {
  world = await createTwilioWorld()
  // The calls here are told by the test alone.
  await world.dispatcher.stop()
}, 60_000)
afterAll(() => world[Symbol.asyncDispose]())

test('twenty forged webhooks are refused, and change nothing', async () => {
  const { key, signed } = await liveCall(world)
  const genuine = signed('status', completed)
  const forged = forgeriesOf(genuine, key)
  expect(forged).toHaveLength(20)
  const before = await fingerprintOf(world.db)
  const statuses = []
  for (const one of forged) statuses.push((await post(world, one)).statusCode)
  expect(statuses).toEqual(Array(20).fill(403))
  expect(await fingerprintOf(world.db)).toEqual(before)
  expect((await post(world, genuine)).statusCode).toBe(204)
  expect(await fingerprintOf(world.db)).not.toEqual(before)
})

describe('a genuine webhook a hundred times', () => {
  test('of the end: one effect', async () => {
    const { id, signed, tell } = await liveCall(world)
    await tell('voice', { AnsweredBy: 'human' })
    await tell('turns/1', { Digits: '1' })
    const genuine = signed('status', completed)
    expect((await post(world, genuine)).statusCode).toBe(204)
    const after = await fingerprintOf(world.db)
    const again = await Promise.all(Array.from({ length: 99 }, () => post(world, genuine)))
    expect(new Set(again.map(({ statusCode }) => statusCode))).toEqual(new Set([204]))
    expect(await fingerprintOf(world.db)).toEqual(after)
    expect(await world.callById(id)).toMatchObject({ status: 'completed', durationSec: 40 })
  })

  test('of an answer: the conversation goes on once, and tells the same', async () => {
    const { tell, signed } = await liveCall(world)
    await tell('voice', { AnsweredBy: 'human' })
    const genuine = signed('turns/1', { Digits: '1' })
    const { body } = await post(world, genuine)
    expect(body).toContain('/turns/2')
    const after = await fingerprintOf(world.db)
    const again = await Promise.all(Array.from({ length: 99 }, () => post(world, genuine)))
    expect(new Set(again.map((answer) => answer.body))).toEqual(new Set([body]))
    expect(await fingerprintOf(world.db)).toEqual(after)
  })
})

test('who opts out is on the list before the call is over', async () => {
  const { id, tell, phoneNumber } = await liveCall(world)
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
    const { tell, phoneNumber } = await liveCall(world)
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
    const { tell, phoneNumber } = await liveCall(world)
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
    const { key, tell } = await liveCall(world)
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
    const { id, key, tell } = await liveCall(world)
    await tell('status', { CallStatus: 'in-progress' })
    await tell('voice', { AnsweredBy: 'human' })
    await tell('turns/1', { Digits: '1' })
    const attempt = await world.db.callAttempt.findUniqueOrThrow({ where: { placementKey: key } })
    await applyAttemptNews(
      { ...world.deps, db: world.deps.systemDb },
      {
        type: 'lost',
        placementKey: key,
        at: world.deps.clock.now(),
        source: 'timeout',
        leaseExpiresAt: toInstant(attempt.leaseExpiresAt),
      },
    )
    expect(await world.callById(id)).toMatchObject({ status: 'unknown' })
    await tell('turns/2', { Digits: '9' })
    await tell('status', completed)
    expect(await world.callById(id)).toMatchObject({ status: 'completed', npsScore: 9 })
  })
})

describe('what an earlier version kept of a conversation, and this one cannot read', () => {
  async function unreadable() {
    const live = await liveCall(world)
    await live.tell('status', { CallStatus: 'in-progress' })
    await live.tell('voice', { AnsweredBy: 'human' })
    await world.db.$executeRaw`
      update "CallAttempt" set conversation = jsonb_set(conversation, '{state,script,old}', '1')
      where "placementKey" = ${live.key}`
    return live
  }

  test('keeps no call on the line', async () => {
    const { id, tell } = await unreadable()
    expect((await tell('status', completed)).statusCode).toBe(204)
    expect(await world.callById(id)).toMatchObject({
      status: 'completed',
      outcome: 'answered',
      durationSec: 40,
    })
  })

  test('ends with a farewell, after which an opt-out still counts', async () => {
    const { tell, phoneNumber } = await unreadable()
    const { statusCode, body } = await tell('turns/1', { Digits: '*' })
    expect({ statusCode, body }).toEqual({
      statusCode: 200,
      body: expect.stringContaining('<Hangup/>'),
    })
    expect(await world.db.doNotCall.count({ where: { phoneNumber } })).toBe(1)
  })
})

test('an answer that the end of its call overtakes does not open the conversation again', async () => {
  const { key, tell } = await liveCall(world)
  const read = () => world.db.callAttempt.findUniqueOrThrow({ where: { placementKey: key } })
  await tell('voice', { AnsweredBy: 'human' })
  // What the handler of the answer has read when the end comes.
  const { conversation, conversationTurn: turn } = await read()
  await tell('status', completed)
  const closed = await read()
  const next = { placementKey: key, turn, conversation: Object(conversation) }
  const leaseExpiresAt = world.deps.clock.now()
  expect(await storeTurn(world.db, { ...next, leaseExpiresAt })).toBe(false)
  expect(await read()).toEqual(closed)
})

test('nobody on the line waits for the recording to be stopped', { timeout: 8000 }, async () => {
  const { tell } = await liveCall(world)
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
  const { key, tell } = await liveCall(world)
  await tell('status', { CallStatus: 'ringing' })
  const where = { placementKey: key }
  const history = Array.from({ length: 200 }, () => ({
    at: '2026-11-20T17:00:00Z',
    source: 'callback',
    event: 'ringing',
    applied: false,
  }))
  await world.db.callAttempt.update({ where, data: { history } })
  await storePlacements({ ...world.deps, db: world.deps.systemDb }, [
    { placementKey: key, providerCallId: `CA${'0'.repeat(32)}`, source: 'callback' },
  ])
  expect((await world.db.callAttempt.findUniqueOrThrow({ where })).history).toHaveLength(200)
})

test('what Twilio may say wrongly is refused, and what is not ours is hung up', async () => {
  const { tell, signed } = await liveCall(world)
  expect((await tell('status', { CallStatus: 'levitating' })).statusCode).toBe(400)
  expect((await tell('turns/first', { Digits: '1' })).statusCode).toBe(400)
  expect((await tell('turns/7', { Digits: '1' })).body).toContain('<Hangup/>')
  const { url, parameters } = signed('voice', {})
  const foreign = url.replace(/[^/]+\/voice$/, `${randomUUID()}/voice`)
  const signature = sign(standInAccount.authToken, foreign, parameters)
  const answer = await post(world, { url: foreign, parameters, signature })
  expect({ status: answer.statusCode, type: answer.headers['content-type'] }).toEqual({
    status: 200,
    type: expect.stringContaining('text/xml'),
  })
  expect(answer.body).toContain('<Hangup/>')
})

describe('a recording that Twilio tells of', () => {
  /** Its call, after the customer has allowed it, and its callback. */
  async function recordedCall() {
    const call = await liveCall(world)
    await call.tell('voice', { AnsweredBy: 'human' })
    await call.tell('turns/1', { Digits: '1' })
    const recordingSid = `RE${randomUUID().replaceAll('-', '')}`
    const parameters = { RecordingSid: recordingSid, RecordingStatus: 'completed' }
    const storageKey = `calls/${call.key}/${recordingSid}.mp3`
    return {
      ...call,
      recordingSid,
      tellOfRecording: () => call.tell('recording', { ...parameters, RecordingDuration: '9' }),
      readState: async () => ({
        rows: await world.db.audioFile.count({ where: { callId: call.id, storageKey } }),
        isStored: (await world.deps.recordings.stat(storageKey)) !== null,
        isAtTwilio: !(await world.standIn.removedRecordings()).includes(recordingSid),
        isOwed: (await world.db.toldRecording.count()) > 0,
      }),
    }
  }
  const keep = (recordings: Partial<ProviderRecordings> = {}, signal?: AbortSignal) => {
    const own = { ...world.twilio.recordings, ...recordings }
    const provider = { ...world.deps.provider, recordings: own }
    return keepToldRecordings({ ...world.deps, db: world.deps.systemDb, provider }, signal)
  }
  const toErase = (id: string) => world.db.call.delete({ where: { id } })
  const fails = () => Promise.reject(new Error('Twilio is away.'))
  const kept = { rows: 1, isStored: true, isAtTwilio: false, isOwed: false }
  const gone = { rows: 0, isStored: false, isAtTwilio: false, isOwed: false }

  test('is owed until it is kept here and removed there', async () => {
    const { tellOfRecording, readState } = await recordedCall()
    expect((await tellOfRecording()).statusCode).toBe(204)
    const owed = { rows: 0, isStored: false, isAtTwilio: true, isOwed: true }
    expect(await readState()).toEqual(owed)
    await keep({ open: fails })
    await keep()
    // It waits before it asks again.
    expect(await readState()).toEqual(owed)
    const again = () => world.db.toldRecording.updateMany({ data: { dueAt: new Date(0) } })
    await again()
    await keep({ remove: fails })
    expect(await readState()).toEqual({ ...kept, isAtTwilio: true, isOwed: true })
    await again()
    await keep({ open: fails })
    expect(await readState()).toEqual(kept)
    expect((await tellOfRecording()).statusCode).toBe(204)
    await keep()
    expect(await readState()).toEqual(kept)
  })

  test('larger than any that we keep is given up for good, and its attempt says so', async () => {
    const { id, tellOfRecording, readState } = await recordedCall()
    await tellOfRecording()
    const endless = async function* () {
      for (;;) yield Buffer.alloc(8 * 1024 * 1024)
    }
    await keep({ open: async () => Readable.from(endless()) })
    expect(await readState()).toEqual(gone)
    const [attempt] = await world.attemptsOf(id)
    expect(attemptNewsSchema.array().parse(attempt?.history).at(-1)).toMatchObject({
      source: 'we',
      event: 'recording not kept: larger than 50 MB',
      applied: true,
    })
    expect((await world.callById(id)).version).toBeGreaterThan(1)
  })

  test('is let go at once by a server that stops, and is due for the next', async () => {
    const { tellOfRecording, readState } = await recordedCall()
    await tellOfRecording()
    const stopping = new AbortController()
    await keep(
      {
        open: (_sid, signal) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason))
            stopping.abort(new Error('The server stops.'))
          }),
      },
      stopping.signal,
    )
    expect(await readState()).toMatchObject({ rows: 0, isStored: false, isOwed: true })
    await keep()
    expect(await readState()).toEqual(kept)
  })

  test('of a call that was erased before is removed at Twilio', async () => {
    const { id, tellOfRecording, readState } = await recordedCall()
    await toErase(id)
    expect((await tellOfRecording()).statusCode).toBe(204)
    await keep()
    expect(await readState()).toEqual(gone)
  })

  test('of a call that is erased during the download leaves no file here or there', async () => {
    const { id, tellOfRecording, readState } = await recordedCall()
    await tellOfRecording()
    await keep({
      async open(sid, signal) {
        await toErase(id)
        return world.twilio.recordings.open(sid, signal)
      },
    })
    expect(await readState()).toEqual(gone)
  })
})
