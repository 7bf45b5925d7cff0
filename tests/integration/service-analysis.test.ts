import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOfflineAnalysis } from '../../src/server/analysis/offline-analysis.ts'
import { createServiceAnalysis } from '../../src/server/analysis/service-analysis.ts'
import { heard } from '../support/heard.ts'
import { silentLog } from '../support/silent-log.ts'
import { startStandInChat } from '../support/stand-in-chat.ts'

let chat: Awaited<ReturnType<typeof startStandInChat>>
beforeAll(async () => {
  chat = await startStandInChat()
})
afterAll(() => chat[Symbol.asyncDispose]())
beforeEach(() => {
  chat.asked.length = 0
})

const conversation = heard('es', 7, {
  score: '[7]',
  reason: 'El asesor fue muy amable, pero  el precio\nfue alto.',
})
const analyze = (timeoutMs = 5000) =>
  createServiceAnalysis({
    url: chat.url,
    model: 'some-model',
    key: 'a-key',
    timeoutMs,
    log: silentLog,
    fallback: createOfflineAnalysis(),
  }).analyze(conversation, AbortSignal.timeout(20_000))

const good = {
  summary: 'Liked the advisor, found the price high.',
  summaryQuotes: [{ segment: 3, quote: 'El asesor fue muy amable' }],
  ownWords: { segment: 3, quote: 'El asesor fue muy amable' },
  praise: [{ text: 'Friendly advisor', segment: 3, quote: 'fue muy amable' }],
  complaints: [{ text: 'High price', segment: 3, quote: 'El precio fue alto' }],
  tags: ['friendly team', 'price'],
  isUncertain: false,
}
const byRules = { by: 'rules on this server', positiveMentions: [{ text: 'Friendly team' }] }

describe('a service for analysis', () => {
  it('is asked for what was said, in a form that it has to keep', async () => {
    chat.say(good)
    await analyze()
    expect(JSON.stringify(chat.asked)).not.toMatch(/"(min|max)[A-Z]?\w*":/)
    expect(chat.asked).toMatchObject([
      {
        path: '/v1/chat/completions',
        authorization: 'Bearer a-key',
        body: {
          model: 'some-model',
          temperature: 0,
          messages: [{ role: 'system' }, { role: 'user', content: expect.stringContaining('[7]') }],
          response_format: {
            type: 'json_schema',
            json_schema: { strict: true, schema: { additionalProperties: false } },
          },
        },
      },
    ])
  })

  it('gives findings with the words that the customer said, as they were said', async () => {
    chat.say(good)
    expect(await analyze()).toMatchObject({
      by: 'some-model',
      isUncertain: false,
      note: null,
      feedbackSummary: good.summary,
      overallFeedback: 'El asesor fue muy amable',
      tags: ['friendly team', 'price'],
      summaryEvidence: [{ segmentIndex: 3, quote: 'El asesor fue muy amable' }],
      positiveMentions: [
        { text: 'Friendly advisor', evidence: { segmentIndex: 3, quote: 'fue muy amable' } },
      ],
      areasToImprove: [{ evidence: { segmentIndex: 3, quote: 'el precio\nfue alto' } }],
    })
  })

  it('finds words in another segment than it was told', async () => {
    chat.say({ ...good, complaints: [], praise: [{ ...good.praise[0], segment: 42 }] })
    expect((await analyze()).positiveMentions).toMatchObject([{ evidence: { segmentIndex: 3 } }])
  })

  it('may not put words into the mouth of a customer', async () => {
    const invented = { text: 'Dirty car', segment: 3, quote: 'el coche estaba sucio' }
    const ofAgent = { text: 'Recommends us', segment: 0, quote: 'recomiende' }
    chat.say({ ...good, complaints: [invented, ofAgent], summaryQuotes: [invented].map(toQuote) })
    expect(await analyze()).toMatchObject({
      by: 'some-model',
      isUncertain: true,
      note: expect.stringContaining('no words'),
      summaryEvidence: [],
      areasToImprove: [{ evidence: null }, { evidence: null }],
    })
  })

  it('that invents every quote is not believed at all', async () => {
    chat.say({ ...good, praise: [], complaints: [{ text: 'Rude', segment: 3, quote: 'grosero' }] })
    expect(await analyze()).toMatchObject({
      ...byRules,
      note: expect.stringContaining('quoted words that nobody said. Read by rules'),
    })
  })

  it.each([
    ['another form', { ...good, summary: 7 }],
    ['tags of its own', { ...good, tags: ['nice people'] }],
    ['more than was asked', { ...good, script: '<script>' }],
    ['words instead of JSON', 'The customer was quite happy.'],
  ])('that answers with %s is not used', async (_name, content) => {
    chat.say(content)
    expect(await analyze()).toMatchObject({
      ...byRules,
      note: 'The analysis service gave an answer of another form. Read by rules on this server instead.',
    })
  })

  it.each([
    ['fails', { status: 500, body: { error: 'out of order' } }, 'could not be asked'],
    ['refuses the key', { status: 401, body: {} }, 'could not be asked'],
    ['sends a page', { body: '<html>' }, 'another form'],
    ['answers without end', { body: 'x'.repeat(2_000_000) }, 'another form'],
    ['does not answer', 'never', 'did not answer in time'],
  ] as const)('that %s is done without', async (_name, answer, words) => {
    chat.answerWith(answer)
    expect(await analyze(answer === 'never' ? 100 : 5000)).toMatchObject({
      ...byRules,
      note: expect.stringContaining(words),
    })
  })

  it('that is not there is done without', async () => {
    const gone = await startStandInChat()
    await gone[Symbol.asyncDispose]()
    const analysis = createServiceAnalysis({
      url: gone.url,
      model: 'some-model',
      key: null,
      log: silentLog,
      fallback: createOfflineAnalysis(),
    })
    const found = await analysis.analyze(conversation, AbortSignal.timeout(20_000))
    expect(found).toMatchObject({ ...byRules, note: expect.stringContaining('could not be asked') })
  })
})

function toQuote({ segment, quote }: { segment: number; quote: string }) {
  return { segment, quote }
}
