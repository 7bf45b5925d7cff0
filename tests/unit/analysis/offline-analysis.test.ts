import { describe, expect, it } from 'vitest'
import { createOfflineAnalysis } from '../../../src/server/analysis/offline-analysis.ts'
import { isSaid } from '../../../src/server/domain/evidence.ts'
import { findScoreWords } from '../../../src/server/domain/score-words.ts'
import { conversations } from '../../../src/server/telephony/simulator/conversation-catalogue.ts'
import { type Answers, heard } from '../../support/heard.ts'

const analysis = createOfflineAnalysis()
const signal = AbortSignal.timeout(60_000)
const textsOf = (mentions: readonly { text: string }[]) => mentions.map(({ text }) => text)

type Row = {
  name: string
  language: 'en' | 'es'
  score: number | null
  answers: Answers
  praised?: string[]
  blamed?: string[]
  tags?: string[]
  isUncertain?: boolean
}

const rows: Row[] = [
  {
    name: 'a promoter',
    language: 'en',
    score: 10,
    answers: {
      score: 'Ten!',
      reason: 'The team was really friendly and they explained everything to me.',
      better: 'Nothing, really.',
    },
    praised: ['Friendly team', 'Clear explanations'],
  },
  {
    name: 'a detractor',
    language: 'en',
    score: 1,
    answers: {
      score: '[1]',
      reason: 'I waited three hours, and nobody told me why. The bill was higher than quoted.',
      good: 'Nothing.',
      better: 'Call people when it takes longer.',
    },
    blamed: ['Long wait', 'Not kept informed', 'Problem with the invoice'],
  },
  {
    name: 'both in one sentence',
    language: 'en',
    score: 7,
    answers: { reason: 'The advisor was very polite, but the repair was too expensive.' },
    praised: ['Friendly team'],
    blamed: ['Price'],
  },
  {
    name: 'a double negation',
    language: 'en',
    score: 8,
    answers: { reason: 'The waiting room was not bad at all.' },
    praised: ['Pleasant waiting area'],
  },
  {
    name: 'a negated praise',
    language: 'en',
    score: 4,
    answers: { reason: 'The mechanic was not friendly. The car was not clean.' },
    blamed: ['Unfriendly treatment', 'Car not clean'],
  },
  {
    name: 'a negated blame',
    language: 'en',
    score: 9,
    answers: { reason: 'It was not expensive, and there were no scratches this time.' },
    praised: ['Fair price'],
  },
  {
    name: 'a fault that is no fault of ours',
    language: 'en',
    score: 9,
    answers: { reason: "I can't complain. The staff could not have been nicer." },
    praised: ['Friendly team'],
  },
  {
    name: 'a damage, whatever the tone',
    language: 'en',
    score: 0,
    answers: { reason: 'There is a long scratch on my door.' },
    blamed: ['Damage to the vehicle'],
  },
  {
    name: 'a problem that came back',
    language: 'en',
    score: 3,
    answers: {
      reason: 'The same noise is back, it was not fixed.',
      callBack: 'Yes, call me back.',
    },
    blamed: ['The problem came back'],
    tags: ['repeat problem', 'callback'],
  },
  {
    name: 'wishes',
    language: 'en',
    score: 8,
    answers: { good: 'The coffee.', better: 'More parking, and opening hours on Saturdays.' },
    praised: ['Pleasant waiting area'],
    blamed: ['Parking', 'Opening hours'],
  },
  {
    name: 'things that no rule knows',
    language: 'en',
    score: 8,
    answers: { good: 'The little dog.', better: 'Play other music.' },
    praised: ['“The little dog”'],
    blamed: ['“Play other music”'],
  },
  {
    name: 'praise of nothing in particular',
    language: 'en',
    score: 9,
    answers: { reason: 'It was fantastic, honestly wonderful.' },
    praised: ['Happy overall'],
  },
  {
    name: 'sarcasm, which it cannot tell, beside a low score',
    language: 'en',
    score: 1,
    answers: { reason: 'Oh, a wonderful team. Just brilliant.' },
    praised: ['Friendly team'],
    isUncertain: true,
  },
  {
    name: 'unhappy words beside a high score',
    language: 'en',
    score: 10,
    answers: { reason: 'The wait was terrible.' },
    blamed: ['Long wait'],
    isUncertain: true,
  },
  {
    name: 'nothing but keys',
    language: 'en',
    score: 9,
    answers: { consent: '[1]', score: '[9]', callBack: '[2]' },
  },
  { name: 'nothing at all', language: 'en', score: null, answers: {} },
  {
    name: 'una promotora',
    language: 'es',
    score: 10,
    answers: {
      score: 'Diez.',
      reason: 'Me trataron muy bien y el coche estuvo listo antes de lo previsto.',
      better: 'Nada, la verdad.',
    },
    praised: ['Friendly team', 'Quick and on time'],
  },
  {
    name: 'un detractor',
    language: 'es',
    score: 2,
    answers: {
      reason: 'Tardaron más de cuatro horas y nadie me avisó. Me pareció carísimo, muy caro.',
    },
    blamed: ['Long wait', 'Not kept informed', 'Price'],
  },
  {
    name: 'las dos cosas',
    language: 'es',
    score: 7,
    answers: { reason: 'El asesor fue muy amable, pero la factura no estaba clara.' },
    praised: ['Friendly team'],
    blamed: ['Problem with the invoice'],
  },
  {
    name: 'una negación',
    language: 'es',
    score: 8,
    answers: { reason: 'El precio no está nada mal. El personal no fue muy amable.' },
    praised: ['Fair price'],
    blamed: ['Unfriendly treatment'],
  },
  {
    name: 'deseos',
    language: 'es',
    score: 8,
    answers: { better: 'Más aparcamiento y citas más rápidas.', callBack: 'Sí, llámeme.' },
    blamed: ['Parking', 'Appointment'],
    tags: ['parking', 'appointment', 'callback'],
  },
]

describe('the rules', () => {
  it.each(rows)('read $name ($language)', async (row) => {
    const { language, score, answers, praised = [], blamed = [], tags, isUncertain = false } = row
    const conversation = heard(language, score, answers)
    const found = await analysis.analyze(conversation, signal)
    expect(textsOf(found.positiveMentions)).toEqual(praised)
    expect(textsOf(found.areasToImprove)).toEqual(blamed)
    if (tags) expect(found.tags).toEqual(tags)
    expect(found.isUncertain).toBe(isUncertain)
    expect(found.note === null).toBe(!isUncertain)
    const quoted = [
      ...[...found.positiveMentions, ...found.areasToImprove].map(({ evidence }) => evidence),
      ...found.summaryEvidence,
    ]
    for (const words of quoted) {
      expect(words && isSaid(conversation.segments, words), JSON.stringify(words)).toBe(true)
    }
  })

  it('say it in a summary that rests on words, and keep the own words of the customer', async () => {
    const reason = 'The advisor was very polite, but the repair was too expensive.'
    const found = await analysis.analyze(heard('en', 7, { score: '7', reason }), signal)
    expect(found).toMatchObject({
      feedbackSummary: 'Gave 7 of 10. To improve: price. Praised: friendly team.',
      overallFeedback: reason,
      summaryEvidence: [
        { segmentIndex: 3, quote: 'the repair was too expensive' },
        { segmentIndex: 3, quote: 'The advisor was very polite' },
      ],
    })
  })

  it('say which language they cannot read', async () => {
    const conversation = {
      ...heard('en', 3, { reason: 'Trop cher, et trop long.' }),
      language: 'fr',
    }
    expect(await analysis.analyze(conversation, signal)).toMatchObject({
      isUncertain: true,
      positiveMentions: [],
      areasToImprove: [],
      note: 'Words in French are not read here; only the score is.',
      feedbackSummary: 'Gave 3 of 10.',
      overallFeedback: 'Trop cher, et trop long.',
    })
  })
})

describe('the score', () => {
  it.each<['en' | 'es', number, Answers, string | null]>([
    ['en', 9, { consent: '[1]', score: '[9]' }, '9'],
    ['en', 1, { consent: 'Yes.', score: "I'd say one." }, 'one'],
    ['en', 10, { consent: '[1]', score: 'A ten, easily, out of 10' }, 'ten'],
    ['en', 1, { consent: '[1]', score: 'Let me think.' }, null],
    ['es', 8, { consent: 'Sí.', score: 'Un ocho.' }, 'ocho'],
    ['es', 1, { consent: 'Un momento.', score: 'Un uno.' }, 'uno'],
  ])('in %s is found where it was said: %d in %o', (language, score, answers, quote) => {
    expect(findScoreWords(heard(language, score, answers))?.quote ?? null).toBe(quote)
  })
})

describe('against what people found in the recorded conversations', () => {
  // As tags, since people word a finding in more ways than the rules do.
  it('the rules find more than half of it, and add little', async () => {
    let [expected, found, both] = [0, 0, 0]
    for (const conversation of conversations) {
      const { tags } = await analysis.analyze(conversation, signal)
      expected += conversation.tags.length
      found += tags.length
      both += conversation.tags.filter((tag) => tags.includes(tag)).length
    }
    expect({ recall: both / expected, precision: both / found }).toEqual({
      recall: expect.toSatisfy((share: number) => share > 0.5, 'over a half'),
      precision: expect.toSatisfy((share: number) => share > 0.6, 'over 60 %'),
    })
  })
})
