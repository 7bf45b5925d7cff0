import type { TranscriptSegment } from './call.schema.ts'
import type { QuotedWords } from './evidence.schema.ts'

const numberWords: Record<string, readonly (readonly string[])[]> = {
  en: [
    ...[['zero', 'nought'], ['one'], ['two'], ['three'], ['four'], ['five'], ['six'], ['seven']],
    ...[['eight'], ['nine'], ['ten']],
  ],
  es: [
    ...[['cero'], ['uno'], ['dos'], ['tres'], ['cuatro'], ['cinco'], ['seis']],
    ...[['siete'], ['ocho'], ['nueve'], ['diez']],
  ],
}

/** "From zero to ten", however it is asked. */
const asksForScore = /recom(m?end|iend)|\b0\s*(to|a|al|-|–)\s*10\b|zero to ten|cero al? diez/i

/**
 * Where the customer gave the score: the number itself, as digits or in words, in what they said
 * after they were asked for it; where no such question is found, the first time they said it.
 */
export function findScoreWords(conversation: {
  language: string
  segments: readonly TranscriptSegment[]
  npsScore: number | null
}): QuotedWords | null {
  const { segments, npsScore } = conversation
  if (npsScore === null) return null
  const language = conversation.language.split('-')[0] ?? ''
  const words = numberWords[language]?.[npsScore] ?? []
  const said = new RegExp(
    `(?<![\\p{L}\\p{N}])(${[String(npsScore), ...words].join('|')})(?![\\p{L}\\p{N}])`,
    'iu',
  )
  const asked = segments.findIndex(
    ({ speaker, text }) => speaker === 'agent' && asksForScore.test(text),
  )
  for (const [segmentIndex, { speaker, text }] of segments.entries()) {
    const quote = segmentIndex > asked && speaker === 'customer' && said.exec(text)?.[0]
    if (quote) return { segmentIndex, quote }
  }
  return null
}
