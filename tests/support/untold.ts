import { sentences } from '../../src/client/i18n/es/sentences.ts'
import { createTranslator } from '../../src/client/i18n/translator.ts'

const marked = Object.entries(sentences).map(([text, translation]) => {
  const parts = translation.split(/(\{\w+\})/).map((part) => {
    const isWord = part !== '' && !/^\{\w+\}$/.test(part)
    return isWord ? `⟦${part}⟧` : part
  })
  return [text, parts.join('')]
})
const spanish = createTranslator({ texts: {}, sentences: Object.fromEntries(marked) }, 'es')

/** What of a sentence of the server stays as it is in Spanish: values, and words without a template. */
export const untold = (sentence: string): string =>
  spanish
    .translateSentence(sentence)
    .replaceAll(/⟦[^⟧]*⟧/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

const values = [
  // Of dates and times, which the page rewrites for its reader.
  /\b[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2}( \d{4})?\b/g,
  /\b\d+ (h|min)\b/g,
  /[\d:–.,+%°/()"«»-]/g,
]

/** The words among it that are no dates, times or numbers. */
export const untoldWords = (sentence: string): string =>
  values.reduce((left, value) => left.replaceAll(value, ' '), untold(sentence)).trim()
