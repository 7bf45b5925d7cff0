import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDispatcher, type Dispatcher } from '../../src/server/dispatcher/dispatcher.ts'
import type { Heard } from '../../src/server/domain/conversation.schema.ts'
import type { StageNews } from '../../src/server/domain/stage.schema.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall } from '../support/factories.ts'

let world: AppWorld
let dispatcher: Dispatcher
beforeAll(async () => {
  world = await createAppWorld()
  dispatcher = createDispatcher({ ...world.deps, db: world.deps.systemDb })
  dispatcher.start()
})
afterAll(async () => {
  await dispatcher.stop()
  await world[Symbol.asyncDispose]()
})

async function pass(seconds: number, stepSeconds: number) {
  for (let passed = 0; passed < seconds; passed += stepSeconds) {
    await world.clock.advance(stepSeconds * 1000)
    await dispatcher.idle()
  }
}

async function start(id: string) {
  await world.caller.demo.initiate({ callId: id })
  dispatcher.wake()
  await dispatcher.idle()
}

/** A call of this scenario whose line is open. */
async function stage(scenarioId: string): Promise<string> {
  const { id } = await world.caller.stage.create({ scenarioId, customerName: 'Alex Morgan' })
  await start(id)
  return id
}

const tell = (callId: string, to: StageNews) => world.caller.stage.advance({ callId, to })
const tellAll = async (callId: string, ...news: StageNews[]) => {
  for (const to of news) await tell(callId, to)
  return world.caller.calls.byId({ id: callId })
}

describe('a staged call', () => {
  it('waits at each step until it is told to go on, and takes each step once', async () => {
    const id = await stage('promoter')
    await pass(240, 10)
    expect((await world.caller.calls.byId({ id })).status).toBe('placing')
    expect((await tell(id, 'ringing')).status).toBe('ringing')
    await pass(240, 10)
    expect((await tell(id, 'answered')).status).toBe('in_progress')
    const ended = await tell(id, 'ended')
    expect(ended).toMatchObject({ status: 'completed', npsScore: 10, durationSec: 49 })
    expect(ended.audioUrl).toMatch(/^\/recordings\//)
    // Told again, or too late, it changes nothing.
    for (const to of ['ringing', 'answered', 'ended'] as const) {
      expect(await tell(id, to)).toEqual(ended)
    }
  })

  it('is missed first and reached at the second try, where that is the scenario', async () => {
    const id = await stage('retried')
    await tell(id, 'ringing')
    await expect(tell(id, 'answered')).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await tell(id, 'ended')).toMatchObject({ status: 'missed', outcome: 'no_answer' })
    await start(id)
    const reached = await tellAll(id, 'ringing', 'answered', 'ended')
    expect(reached).toMatchObject({ status: 'completed', attemptCount: 2 })
    expect(reached.npsScore).toBeGreaterThan(8)
  })

  it('puts nobody on the do-not-call list, since nobody with that number asked for it', async () => {
    const optedOut = await tellAll(await stage('opt-out'), 'ringing', 'answered', 'ended')
    expect(optedOut).toMatchObject({ status: 'completed', outcome: 'opted_out' })
    expect(await world.db.doNotCall.count()).toBe(0)
  })

  it('that is left alone gives its line back', async () => {
    const id = await stage('promoter')
    await tell(id, 'ringing')
    await pass(21 * 60, 30)
    expect(await world.caller.calls.byId({ id })).toMatchObject({
      status: 'missed',
      outcome: 'no_answer',
    })
  })

  it('is kept while somebody stands on the stage, and given back soon after they leave', async () => {
    const id = await stage('promoter')
    await tellAll(id, 'ringing', 'answered')
    for (let minute = 0; minute < 40; minute += 2) {
      await pass(120, 60)
      expect(await world.caller.stage.hold({ callId: id })).toEqual({ isOpen: true })
    }
    expect((await world.caller.calls.byId({ id })).status).toBe('in_progress')
    await pass(5 * 60, 30)
    expect(await world.caller.calls.byId({ id })).toMatchObject({
      status: 'missed',
      outcome: 'no_answer',
    })
    expect(await world.caller.stage.hold({ callId: id })).toEqual({ isOpen: false })
    // It can be started once more, and goes as it was to go at first.
    await start(id)
    expect((await tellAll(id, 'ringing', 'answered', 'ended')).npsScore).toBe(10)
  })

  it('that is kept for longer than any call lasts ends all the same', async () => {
    const id = await stage('promoter')
    await tell(id, 'ringing')
    for (let minute = 0; minute < 124; minute += 2) {
      await world.caller.stage.hold({ callId: id })
      await pass(120, 120)
    }
    expect((await world.caller.calls.byId({ id })).status).toBe('missed')
  })

  it('is told what every scenario brings, word for word and with its sound', async () => {
    const scenarios = await world.caller.stage.scenarios()
    for (const { id, kind, acts } of scenarios.filter(({ kind }) => kind === 'played')) {
      expect(kind).toBe('played')
      const callId = await stage(id)
      for (const [index, act] of acts.entries()) {
        if (index > 0) await start(callId)
        await tell(callId, 'ringing')
        if (act.conversation) await tell(callId, 'answered')
        const ended = await tellAll(callId, 'ended')
        expect(ended.outcome).toBe(act.outcome)
        const { statusCode, headers } = await world.app.server.inject({
          url: act.conversation?.audioUrl ?? '/recordings/none',
        })
        expect(statusCode).toBe(act.conversation ? 200 : 404)
        if (!act.conversation) continue
        expect(headers['content-type']).toBe('audio/mpeg')
        expect(ended.transcript?.segments).toEqual(act.conversation.segments)
      }
    }
  })
})

describe('a live call on the stage', () => {
  const say = (callId: string, turn: number, heard: Heard) =>
    world.caller.stage.talk({ callId, answer: { turn, heard } })

  async function answerLive() {
    const callId = await stage('live')
    await tellAll(callId, 'ringing', 'answered')
    const opening = await world.caller.stage.talk({ callId, answer: null })
    return { callId, opening }
  }

  it('runs the script of real calls, and ends with score, words and findings', async () => {
    const script = { languages: { en: { reasonQuestion: 'Why that score, if I may ask?' } } }
    await world.caller.callScript.save({ campaignId: null, script })
    const { callId, opening } = await answerLive()
    expect(opening).toMatchObject({ turn: 1, step: 'consent' })
    expect(opening.say.map(({ text }) => text).join(' ')).toContain('Alex Morgan')
    expect((await say(callId, 1, { type: 'keys', keys: '2' })).step).toBe('nps')
    const asked = await say(callId, 2, { type: 'speech', text: 'I would say nine' })
    expect(asked).toMatchObject({ turn: 3, step: 'reason', npsScore: 9 })
    expect(asked.say).toEqual([{ language: 'en', text: 'Why that score, if I may ask?' }])
    // An answer to a turn that has passed changes nothing.
    expect(await say(callId, 2, { type: 'keys', keys: '0' })).toEqual(asked)
    let turn = asked
    while (turn.step !== 'over') {
      const text = turn.step === 'call_back' ? 'No' : 'The staff were very friendly.'
      turn = await say(callId, turn.turn, { type: 'speech', text })
    }
    await world.clock.advance(42_000)
    const ended = await tellAll(callId, 'ended')
    expect(ended).toMatchObject({ status: 'completed', outcome: 'answered', npsScore: 9 })
    expect(ended.durationSec).toBe(42)
    expect(ended.positiveMentions.length).toBeGreaterThan(0)
    expect(ended.transcript?.segments).toEqual(turn.segments)
  })

  it('that is left alone keeps what its guest has said', async () => {
    const { callId } = await answerLive()
    await say(callId, 1, { type: 'keys', keys: '2' })
    await say(callId, 2, { type: 'speech', text: 'I would say nine' })
    await pass(21 * 60, 30)
    const ended = await world.caller.calls.byId({ id: callId })
    expect(ended).toMatchObject({ status: 'completed', outcome: 'answered', npsScore: 9 })
    expect(ended.transcript?.segments.map(({ text }) => text)).toContain('I would say nine')
    expect(ended.durationSec).toBeLessThan(60)
  })

  it('that its server was away from keeps what its guest has said', async () => {
    const { callId } = await answerLive()
    await say(callId, 1, { type: 'keys', keys: '2' })
    await say(callId, 2, { type: 'speech', text: 'I would say nine' })
    await world.clock.skip(30 * 60_000)
    await dispatcher.idle()
    await pass(60, 30)
    expect(await world.caller.calls.byId({ id: callId })).toMatchObject({
      status: 'completed',
      npsScore: 9,
    })
  })

  it('leads another conversation at the second try', async () => {
    const { callId, opening } = await answerLive()
    let turn = opening
    while (turn.step !== 'over') turn = await say(callId, turn.turn, { type: 'silence' })
    const missed = await tellAll(callId, 'ended')
    expect(missed).toMatchObject({ status: 'missed', outcome: 'no_answer' })
    await start(callId)
    await tellAll(callId, 'ringing', 'answered')
    const again = await world.caller.stage.talk({ callId, answer: null })
    expect(again).toEqual(opening)
    await say(callId, again.turn, { type: 'keys', keys: '2' })
    const asked = await say(callId, again.turn + 1, { type: 'keys', keys: '9' })
    const reached = await tellAll(callId, 'ended')
    expect(reached).toMatchObject({ status: 'completed', attemptCount: 2, npsScore: 9 })
    const words = (segments: { text: string }[] = []) => segments.map(({ text }) => text)
    expect(words(reached.transcript?.segments)).toEqual(words(asked.segments))
  })

  it('takes star as a wish for no more calls, and lists no number for it', async () => {
    const { callId, opening } = await answerLive()
    expect((await say(callId, opening.turn, { type: 'keys', keys: '*' })).step).toBe('over')
    expect(await tellAll(callId, 'ended')).toMatchObject({ outcome: 'opted_out' })
    expect(await world.db.doNotCall.count()).toBe(0)
  })

  it('is not there before the answer, nor in a scenario that is played', async () => {
    const callId = await stage('live')
    const talk = (callId: string) => world.caller.stage.talk({ callId, answer: null })
    await expect(talk(callId)).rejects.toMatchObject({ code: 'CONFLICT' })
    const played = await stage('promoter')
    await tellAll(played, 'ringing', 'answered')
    await expect(talk(played)).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('what is not on the stage', () => {
  it('is not moved: calls that go on by themselves, and for a presenter any real one', async () => {
    const presenter = await world.callerOf(world.organizationId, 'presenter')
    const demo = await world.caller.demo.create({ scenarioId: 'promoter', customerName: 'Ana' })
    const real = await makeCall(world.db, world.organizationId)
    const tryOn = (callId: string) => presenter.stage.advance({ callId, to: 'ringing' })
    await expect(tryOn(demo.id)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(tryOn(real.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('does not count for who sees demo calls only, and stays when the stage is cleared', async () => {
    const { db, organizationId } = world
    const presenter = await world.callerOf(organizationId, 'presenter')
    const [mine, others] = await Promise.all([
      presenter.stage.figures(),
      world.caller.stage.figures(),
    ])
    expect(others).toEqual(mine)
    const ended = {
      status: 'completed',
      outcome: 'answered',
      endTime: new Date(),
      npsScore: 0,
    }
    const endTime = new Date(world.clock.now().epochMilliseconds)
    const real = await makeCall(db, organizationId, { ...ended, endTime })
    expect(await presenter.stage.figures()).toEqual(mine)
    const after = await world.caller.stage.figures()
    expect(after).toMatchObject({ n: mine.n + 1, detractors: mine.detractors + 1 })
    const staged = await stage('promoter')
    const other = await stage('promoter')
    expect(await presenter.demo.reset({ callIds: [staged, real.id] })).toEqual({ deleted: 1 })
    const left = await db.call.findMany({ where: { id: { in: [staged, other, real.id] } } })
    expect(left.map(({ id }) => id).sort()).toEqual([other, real.id].sort())
  })
})
