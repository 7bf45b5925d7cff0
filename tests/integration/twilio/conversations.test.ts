import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Customer } from '../../support/stand-in-twilio/options.ts'
import { createTwilioWorld, type TwilioWorld } from '../../support/twilio-world.ts'

let world: TwilioWorld
beforeAll(async () => {
  world = await createTwilioWorld()
}, 60_000)
afterAll(() => world[Symbol.asyncDispose]())

let numbers = 0

/** A whole call to a number of its own, with all that is left of it when everything is told. */
async function callTo(customer: Partial<Customer>, overrides = {}) {
  numbers += 1
  const to = `+1469777${String(numbers).padStart(4, '0')}`
  await world.standIn.expectCalls(to, customer)
  const { id } = await world.makeDueCall(to, overrides)
  await world.settle()
  const call = await world.db.call.findUniqueOrThrow({
    where: { id },
    include: { serviceRecord: true, transcript: true, audioFiles: true, attempts: true },
  })
  const said = JSON.stringify(call.transcript?.segments ?? [])
  const isListed = (await world.db.doNotCall.count({ where: { phoneNumber: to } })) > 0
  const twiml = (await world.standIn.deliveries()).filter(({ parameters }) => parameters.To === to)
  return { to, call, said, isListed, turns: twiml.filter(({ url }) => /turns/.test(url)).length }
}

const human = (...replies: Customer['replies']): Partial<Customer> => ({
  answers: 'human',
  replies,
})
const speech = (text: string) => ({ speech: text })
const keys = (pressed: string) => ({ keys: pressed })

describe('ten conversations', () => {
  test('a promoter', async () => {
    const { call, said, isListed } = await callTo(
      human(
        keys('1'),
        keys('10'),
        speech('The team was very friendly and the car was ready on time.'),
        speech('The explanation was clear.'),
        speech('Nothing at all.'),
        speech('No, thank you.'),
      ),
    )
    expect(call).toMatchObject({ status: 'completed', outcome: 'answered', npsScore: 10 })
    expect(call.serviceRecord.positiveMentions).not.toEqual([])
    expect(said).toContain('friendly')
    expect(call.transcript?.evidence).not.toEqual([])
    expect(call.audioFiles).toHaveLength(1)
    expect(isListed).toBe(false)
    const [audio] = call.audioFiles
    expect(await world.deps.recordings.stat(audio?.storageKey ?? '')).not.toBeNull()
    const [recordingSid = ''] = /RE[0-9a-f]{32}/.exec(audio?.storageKey ?? '') ?? []
    expect(await world.standIn.removedRecordings()).toContain(recordingSid)
  })

  test('a detractor', async () => {
    const { call } = await callTo(
      human(
        keys('1'),
        speech('two'),
        speech('I waited three hours and nobody told me why.'),
        speech('Nothing was good.'),
        speech('Call me when it takes longer. The price was too high.'),
        speech('No.'),
      ),
    )
    expect(call).toMatchObject({ status: 'completed', outcome: 'answered', npsScore: 2 })
    expect(call.serviceRecord.areasToImprove).not.toEqual([])
  })

  test('an opt-out in the middle', async () => {
    const { call, isListed } = await callTo(
      human(keys('1'), speech('Please stop calling me.'), keys('9')),
    )
    expect(call).toMatchObject({ outcome: 'opted_out', npsScore: null, dueAt: null })
    expect(isListed).toBe(true)
  })

  test('silence', async () => {
    const { call, turns } = await callTo(human())
    expect(call).toMatchObject({ status: 'missed', outcome: 'no_answer', npsScore: null })
    expect(call.dueAt).not.toBeNull()
    expect(call.transcript).toBeNull()
    expect(turns).toBe(3)
  })

  test('a wrong key three times', async () => {
    const { call, said } = await callTo(
      human(keys('1'), keys('77'), keys('77'), keys('77'), keys('9')),
    )
    expect(call).toMatchObject({ status: 'completed', outcome: 'answered', npsScore: null })
    expect(said.match(/pressed 77/g)).toHaveLength(3)
  })

  test('voicemail', async () => {
    const { call, turns } = await callTo({ answers: 'machine' })
    expect(call).toMatchObject({ status: 'missed', outcome: 'voicemail', durationSec: null })
    expect(call.dueAt).not.toBeNull()
    expect(turns).toBe(0)
  })

  test('hanging up in the middle', async () => {
    const { call } = await callTo(human(keys('1'), keys('8'), 'hang_up'))
    expect(call).toMatchObject({ status: 'completed', outcome: 'answered', npsScore: 8 })
    expect(call.audioFiles).toHaveLength(1)
  })

  test('in Spanish', async () => {
    const { call } = await callTo(
      human(
        keys('3'),
        keys('1'),
        speech('nueve'),
        speech('El trato fue muy amable.'),
        speech('Me explicaron todo con claridad.'),
        speech('Nada.'),
        speech('No, gracias.'),
      ),
    )
    expect(call).toMatchObject({ status: 'completed', npsScore: 9 })
    expect(call.transcript?.language).toBe('es')
    expect(call.serviceRecord.positiveMentions).not.toEqual([])
  })

  test('a wish to be called back', async () => {
    const { call } = await callTo(
      human(
        keys('1'),
        keys('5'),
        speech('The problem is back again.'),
        'silence',
        speech('Fix it properly.'),
        speech('Yes, please call me.'),
      ),
    )
    expect(call).toMatchObject({ status: 'completed', npsScore: 5 })
    expect(call.tags).toContain('callback')
  })

  test('recording refused', async () => {
    const { call } = await callTo(
      human(keys('2'), keys('7'), speech('It was fine.'), 'silence', 'silence', keys('2')),
    )
    expect(call).toMatchObject({ status: 'completed', npsScore: 7 })
    expect(call.audioFiles).toEqual([])
    expect(call.transcript).not.toBeNull()
  })
})

test('consent taken back stops the recording, and what was recorded is removed unheard', async () => {
  const before = (await world.standIn.removedRecordings()).length
  const { call } = await callTo(
    human(keys('1'), speech('Please do not record this call.'), keys('6')),
  )
  expect(call).toMatchObject({ status: 'completed', npsScore: 6, audioFiles: [] })
  expect(await world.standIn.removedRecordings()).toHaveLength(before + 1)
})

test('what was said does not stay with the attempt', async () => {
  const { call } = await callTo(human(keys('1'), keys('8'), 'hang_up'))
  expect(call.attempts[0]?.conversation).toEqual({
    phase: 'over',
    consentToRecording: true,
    recordedFromMs: expect.any(Number),
  })
})
