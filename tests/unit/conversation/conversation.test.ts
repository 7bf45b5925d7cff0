import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callScriptSchema } from '../../../src/server/domain/call-script.schema.ts'
import {
  type ConversationStep,
  conversationStateSchema,
} from '../../../src/server/domain/conversation.schema.ts'
import { answersOf, continueConversation } from '../../../src/server/domain/conversation.ts'
import { conversationLanguages } from '../../../src/server/domain/conversation-language.ts'
import { inputOf, lastTurn, someFacts, spoken, talk } from '../../support/talk.ts'

const steps = ['consent', 'nps', 'reason', 'good', 'better', 'call_back'] as const
type Step = (typeof steps)[number]

/** Answers that lead to a step, by keys, and so the same in every language. */
const upTo: Record<Step, string[]> = {
  consent: [],
  nps: ['#1'],
  reason: ['#1', '#9'],
  good: ['#1', '#9', '#1'],
  better: ['#1', '#9', '#1', '#1'],
  call_back: ['#1', '#9', '#1', '#1', '#1'],
}

const words = {
  yes: { en: 'Yes, of course', es: 'Sí, claro' },
  no: { en: 'No, thank you', es: 'No, gracias' },
  score: { en: 'I would say eight', es: 'Un ocho' },
  story: { en: 'They were friendly', es: 'Fueron amables' },
  optOut: { en: 'Please stop calling me', es: 'No me llamen más' },
  foreignOptOut: { en: 'No me llamen más', es: 'Please stop calling me' },
  likelyOptOut: { en: "Don't call me", es: 'No me llamen' },
  notRecorded: { en: "Don't record this", es: 'No me grabe' },
  later: { en: 'I am driving', es: 'Estoy conduciendo' },
  otherLanguage: { en: 'Español', es: 'English' },
  declines: { en: 'Not interested, bye', es: 'No me interesa' },
  wrongNumber: { en: 'You have the wrong number', es: 'Número equivocado' },
  again: { en: 'Sorry, who is this?', es: '¿Quién habla?' },
}
const raw = {
  star: '#*',
  key1: '#1',
  key2: '#2',
  key3: '#3',
  key9: '#9',
  ten: '#10',
  hash: '##',
  wrongKeys: '#77',
  silence: '',
  hungUp: '\\',
}
type Answer = keyof typeof words | keyof typeof raw

/** The step that follows on each answer at each step, in either language; an ending where it is over. */
const table: Record<
  Answer,
  Record<Step, ConversationStep | 'opted_out' | 'hung_up' | 'call_later' | 'thanked'>
> = {
  optOut: same('opted_out'),
  foreignOptOut: same('opted_out'),
  star: same('opted_out'),
  likelyOptOut: { ...same('opted_out'), call_back: 'thanked' },
  hungUp: same('hung_up'),
  //          consent       nps            reason          good            better               call_back
  yes: row('nps', 'nps', 'good', 'better', 'call_back', 'thanked'),
  no: row('nps', 'nps', 'good', 'better', 'call_back', 'thanked'),
  score: row('consent', 'reason', 'good', 'better', 'call_back', 'call_back'),
  story: row('consent', 'nps', 'good', 'better', 'call_back', 'call_back'),
  notRecorded: row('nps', 'nps', 'reason', 'good', 'better', 'call_back'),
  later: row('call_later', 'call_later', 'good', 'better', 'call_back', 'call_back'),
  otherLanguage: row('consent', 'nps', 'good', 'better', 'call_back', 'call_back'),
  declines: row('thanked', 'thanked', 'good', 'better', 'call_back', 'thanked'),
  wrongNumber: row('opted_out', 'opted_out', 'good', 'better', 'call_back', 'call_back'),
  again: row('consent', 'nps', 'reason', 'good', 'better', 'call_back'),
  key1: row('nps', 'reason', 'good', 'better', 'call_back', 'thanked'),
  key2: row('nps', 'reason', 'good', 'better', 'call_back', 'thanked'),
  key3: row('consent', 'reason', 'good', 'better', 'call_back', 'call_back'),
  key9: row('consent', 'reason', 'good', 'better', 'call_back', 'call_back'),
  ten: row('consent', 'reason', 'good', 'better', 'call_back', 'call_back'),
  hash: row('consent', 'nps', 'good', 'better', 'call_back', 'call_back'),
  wrongKeys: row('consent', 'nps', 'good', 'better', 'call_back', 'call_back'),
  silence: row('consent', 'nps', 'good', 'better', 'call_back', 'call_back'),
}

function row(...next: [...(typeof table)[Answer][Step][]]) {
  return Object.fromEntries(
    steps.map((step, index) => [step, next[index]]),
  ) as (typeof table)[Answer]
}
function same(next: (typeof table)[Answer][Step]) {
  return row(next, next, next, next, next, next)
}

const everyCase = conversationLanguages.flatMap((language) =>
  steps.flatMap((step) =>
    (Object.keys(table) as Answer[]).map((answer) => ({
      language,
      step,
      answer,
      next: table[answer][step],
      said:
        answer in words
          ? words[answer as keyof typeof words][language]
          : raw[answer as keyof typeof raw],
    })),
  ),
)

describe('every answer at every step', () => {
  it.each(everyCase)(
    '$language, $step: $answer leads to $next',
    ({ language, step, said, next }) => {
      const turns = talk([...upTo[step], said], { language })
      const before = turns.at(-2)
      const turn = turns.at(-1)
      expect(before?.state.step).toBe(step)
      if (turn === undefined) throw new Error('no turn')
      const { state } = turn
      expect(state.step === 'over' ? state.ending : state.step).toBe(next)
      expect(turn.next.type).toBe(state.step === 'over' ? 'hang_up' : 'listen')
      // Something is said after everything but a hang-up, in the language of the conversation.
      if (state.ending === 'hung_up') expect(turn.say).toEqual([])
      else expect(turn.say[0]?.language).toBe(state.language)
      expect(spoken(turn)).not.toMatch(/[{}]/)
    },
  )
})

describe('the greeting', () => {
  it('says who calls and why, that it is recorded, how to stop, and offers the other language', () => {
    const turn = lastTurn([])
    expect(turn.say.map(({ language }) => language)).toEqual(['en', 'en', 'en', 'en', 'es'])
    expect(spoken(turn)).toContain('automated call from Northside Motors')
    expect(spoken(turn)).toContain('service on your Toyota Corolla')
    expect(spoken(turn)).toContain('recorded')
    expect(spoken(turn)).toContain('stop calling')
    expect(spoken(turn)).toContain('marque 3')
    expect(turn.record).toBe(false)
    expect(turn.next).toMatchObject({ type: 'listen', keys: { maxDigits: 1 }, speech: true })
  })

  it('stays a sentence where the visit says little', () => {
    const facts = { ...someFacts, customerName: null, vehicle: null, advisorName: null }
    expect(spoken(lastTurn([], { facts }))).toContain('Hello. This is')
    expect(spoken(lastTurn([], { facts }))).toContain('service on your vehicle.')
    expect(spoken(lastTurn([], { facts, language: 'es' }))).toContain('Hola. Esta es')
  })

  it('is said again, whole, to whoever talked over it', () => {
    const [first, second] = talk(['Hello?'])
    expect(second?.say).toEqual(first?.say)
    expect(spoken(lastTurn(['#1', 'What?']))).toMatch(/^How likely/)
    expect(lastTurn(['Hello?', 'Hello?', 'Hello?']).state.ending).toBe('gave_up')
  })

  it('goes on in the language that is asked for', () => {
    const turn = lastTurn(['#3'])
    expect(turn.state.language).toBe('es')
    expect(turn.say[0]?.text).toMatch(/^Hola, Alex Rivera\./)
    expect(turn.say.at(-1)).toMatchObject({ language: 'en' })
  })

  it('falls back to the usual language, and offers none that the script has not', () => {
    const script = callScriptSchema.parse({ languages: { es: {} }, defaultLanguage: 'es' })
    const turn = lastTurn([], { script, language: 'en' })
    expect(turn.say.every(({ language }) => language === 'es')).toBe(true)
    expect(lastTurn(['#3'], { script }).state.step).toBe('consent')
  })

  it('says no braces, control characters or endless names of an imported visit', () => {
    const facts = { ...someFacts, customerName: `{vehicle}\u0000\n${'long '.repeat(100)}` }
    expect(spoken(lastTurn([], { facts }))).toMatch(/^Hello vehicle (long ){14}lo\. This is/)
  })
})

describe('recording', () => {
  it.each([
    ['consent', ['#1'], [false, true], true, 10_000],
    ['refusal', ['#2'], [false, false], false, null],
    ['no answer', [''], [false, false], null, null],
    [
      'consent taken back',
      ['#1', '#9', "Don't record me"],
      [false, true, true, 'stop'],
      false,
      10_000,
    ],
    [
      'taken back twice',
      ['#1', 'no recording', 'no recording'],
      [false, true, 'stop', false],
      false,
      10_000,
    ],
    ['refusal in words', ['fine, but no recording'], [false, false], false, null],
  ] as const)('%s', (_, answers, record, consent, from) => {
    const turns = talk([...answers])
    expect(turns.map((turn) => turn.record)).toEqual(record)
    const last = turns.at(-1)
    if (last === undefined) throw new Error('no turn')
    expect(answersOf(last.state)).toMatchObject({
      consentToRecording: consent,
      recordedFromMs: from,
    })
  })

  it('asks the same question again once the recording has stopped', () => {
    const turn = lastTurn(['#1', '#9', "Don't record me"])
    expect(spoken(turn)).toMatch(/^That is fine\. Nothing is recorded.* main reason/)
  })
})

const whole = ['Sí', 'ocho', 'El precio', 'La amabilidad', 'La espera', 'no']

describe('whole conversations', () => {
  it.each([
    [
      'promoter',
      'en',
      ['Yes', 'Ten', 'Fast', 'All of it', 'Nothing', 'no'],
      'answered',
      'thanked',
      10,
      false,
    ],
    [
      'detractor who wants a call',
      'en',
      ['yes', '#2', 'Late', '', 'Call when late', 'yes'],
      'answered',
      'thanked',
      2,
      true,
    ],
    ['Spanish', 'es', whole, 'answered', 'thanked', 8, false],
    ['Spanish, asked for', 'en', ['#3', ...whole], 'answered', 'thanked', 8, false],
    [
      'refusal of recording',
      'en',
      ['no', '7', 'Price', '', '', ''],
      'answered',
      'thanked',
      7,
      null,
    ],
    [
      'opt-out after the score',
      'en',
      ['yes', '5', 'Stop calling me'],
      'opted_out',
      'opted_out',
      5,
      null,
    ],
    ['silence', 'en', ['', '', ''], 'no_answer', 'gave_up', null, null],
    ['silence after the consent', 'en', ['yes', '', '', ''], 'answered', 'gave_up', null, null],
    ['wrong key three times', 'en', ['#1', '#77', '#88', '#99'], 'answered', 'gave_up', null, null],
    ['wrong key twice, then right', 'en', ['#1', '#77', '#88', '#9'], 'answered', null, 9, null],
    ['hang-up in the middle', 'en', ['yes', '8', '\\'], 'answered', 'hung_up', 8, null],
    ['hang-up at once', 'en', ['\\'], 'rejected', 'hung_up', null, null],
    ['not now', 'en', ["I'm driving"], 'answered', 'call_later', null, true],
    [
      'callback never understood',
      'en',
      ['1', ...['#1', '#6', '#', '#', '#', 'hm', 'hm', 'hm']],
      'answered',
      'thanked',
      6,
      null,
    ],
    ['languages to and fro', 'en', ['#3', '#3', '#3'], 'answered', 'gave_up', null, null],
  ] as const)('%s', (_, language, answers, outcome, ending, npsScore, wantsCallBack) => {
    expect(answersOf(lastTurn([...answers], { language }).state)).toMatchObject({
      outcome,
      ending,
      npsScore,
      wantsCallBack,
    })
  })

  it('gives up in the end with an apology, and repeats the question until then', () => {
    const turns = talk(['#7', '#8', '#9'])
    expect(turns.map(spoken)).toEqual([
      expect.stringMatching(/^Hello/),
      expect.stringMatching(/^Sorry, I did not understand that\. May we record/),
      expect.stringMatching(/^Sorry, I did not understand that\. May we record/),
      expect.stringMatching(/^I am sorry that this did not work/),
    ])
  })

  it.each([0, 1, 5])('repeats %i times where the script says so', (maxRepeats) => {
    const script = callScriptSchema.parse({ maxRepeats })
    expect(lastTurn(Array(maxRepeats).fill('#7'), { script }).state.step).toBe('consent')
    expect(lastTurn(Array(maxRepeats + 1).fill('#7'), { script }).state.ending).toBe('gave_up')
  })

  it('asks nothing that the script leaves out', () => {
    const silent = {
      reasonQuestion: '',
      goodQuestion: '',
      betterQuestion: '',
      callBackQuestion: '',
    }
    const script = callScriptSchema.parse({ languages: { en: silent } })
    const turn = lastTurn(['#1', '#9'], { script })
    expect(turn.state.ending).toBe('thanked')
    expect(spoken(turn)).toBe('Thank you for your time, Alex Rivera. Goodbye.')
  })

  it('is asked again where the recognizer is unsure, but never about an opt-out', () => {
    const { state } = lastTurn(['#1'])
    const unsure = { type: 'speech', confidence: 0.1, atMs: 20_000 } as const
    expect(continueConversation(state, { ...unsure, text: 'nine' }).state.step).toBe('nps')
    expect(continueConversation(state, { ...unsure, text: 'stop' }).state.ending).toBe('opted_out')
  })

  it('is over once: late news change nothing', () => {
    const over = lastTurn(['#*'])
    for (const answer of ['yes', '#9', '', '\\']) {
      const turn = continueConversation(over.state, inputOf(answer, 99_000))
      expect(turn).toEqual({ state: over.state, say: [], record: false, next: { type: 'hang_up' } })
    }
  })
})

it.each([
  ['leave_message', /^Hello Alex Rivera\. This is an automated call from Northside Motors/],
  ['hang_up', /^$/],
] as const)('on a machine, %s', (voicemail, expected) => {
  const script = callScriptSchema.parse({ voicemail })
  const turn = lastTurn([], { script, answeredBy: 'machine' })
  expect(spoken(turn)).toMatch(expected)
  expect(turn).toMatchObject({ record: false, next: { type: 'hang_up' } })
  expect(answersOf(turn.state).outcome).toBe('voicemail')
})

it('writes down both sides in the order and within the time in which they spoke', () => {
  const { segments } = answersOf(lastTurn(['yes', '#9', 'Great work', '\\']).state)
  expect(segments.map(({ speaker }) => speaker)).toEqual([
    ...['agent', 'agent', 'customer', 'agent', 'customer', 'agent', 'customer', 'agent'],
  ])
  expect(segments[2]).toMatchObject({ text: 'yes', endMs: 10_000 })
  expect(segments[4]).toMatchObject({ text: '(pressed 9)', endMs: 20_000 })
  expect(segments.at(-1)?.endMs).toBeLessThanOrEqual(40_000)
})

it('always ends, always says something fit to be heard, and its state survives storage', () => {
  const answer = fc.oneof(
    fc.constantFrom('', '#3', '#77', '#10', '##', 'yes', 'no', 'siete', "don't record", 'hm'),
    fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/^[#\\]/g, '')),
    fc.stringMatching(/^#[0-9#]{0,3}$/),
  )
  fc.assert(
    fc.property(fc.array(answer, { minLength: 40, maxLength: 40 }), (answers) => {
      const turns = talk(answers)
      const last = turns.at(-1)
      expect(last?.state.step).toBe('over')
      const middle = turns[2]?.state
      expect(conversationStateSchema.parse(JSON.parse(JSON.stringify(middle)))).toEqual(middle)
      for (const [index, { state, say }] of turns.entries()) {
        if (turns[index - 1]?.state.step !== 'over') expect(say.length).toBeGreaterThan(0)
        const times = state.segments.flatMap(({ startMs, endMs }) => [startMs, endMs])
        expect(times).toEqual(times.toSorted((one, other) => one - other))
      }
    }),
    { numRuns: 40 },
  )
})
