import { type ConversationLanguage, conversationLanguages } from './conversation-language.ts'
import { plainWords, spokenWords } from './spoken-words.ts'

/**
 * Whether somebody wants no more calls. Asked of every language: who hears English may well say it
 * in Spanish. `likely` may instead answer whether we may call back. In doubt it is an opt-out.
 */
export function readOptOut(text: string): 'certain' | 'likely' | null {
  const words = plainWords(text)
  const all = conversationLanguages.map((language) => spokenWords[language])
  if (all.some(({ optOut }) => optOut.test(words))) return 'certain'
  // What is told of others is taken out: the rest of the sentence may still ask for it.
  const isLikely = all.some(({ likelyOptOut, noOptOut }) =>
    likelyOptOut.test(words.replaceAll(noOptOut, ' / ')),
  )
  return isLikely ? 'likely' : null
}

/** "Do not record this", in any language. */
export const refusesRecording = (text: string): boolean => {
  const words = plainWords(text)
  return conversationLanguages.some((language) => spokenWords[language].noRecording.test(words))
}

/** "I am driving", "call me later". */
export const asksForLater = (text: string, language: ConversationLanguage): boolean =>
  spokenWords[language].notNow.test(plainWords(text))

export const declines = (text: string, language: ConversationLanguage): boolean =>
  spokenWords[language].declines.test(plainWords(text))

export const saysWrongNumber = (text: string, language: ConversationLanguage): boolean =>
  spokenWords[language].wrongNumber.test(plainWords(text))

/** "Hello?", "who is this?", "can you repeat that?": what was said has to be said again. */
export const asksAgain = (text: string, language: ConversationLanguage): boolean =>
  spokenWords[language].again.test(plainWords(text))

/** The language that somebody asks for, in that language or in another. */
export function readLanguage(text: string): ConversationLanguage | null {
  const words = plainWords(text)
  return (
    conversationLanguages.find((language) => spokenWords[language].thisLanguage.test(words)) ?? null
  )
}

/** Null where neither was said, or both. */
export function readYesOrNo(text: string, language: ConversationLanguage): 'yes' | 'no' | null {
  const { assent, neither, yes, no } = spokenWords[language]
  const words = plainWords(text)
  const withoutAssent = words.replaceAll(assent, ' ')
  const saysYes = yes.test(withoutAssent.replaceAll(neither, ' ')) || withoutAssent !== words
  const saysNo = no.test(withoutAssent)
  if (saysYes === saysNo) return null
  return saysYes ? 'yes' : 'no'
}

/** What whole answers are misheard as. */
const misheard: Readonly<Record<string, number>> = {
  won: 1,
  to: 2,
  too: 2,
  for: 4,
  ate: 8,
  tin: 10,
}

/** A score from 0 to 10, or null where none or more than one was said. */
export function readScore(text: string, language: ConversationLanguage): number | null {
  const { outOfTen, scale, numbers, weakNumbers, or } = spokenWords[language]
  if (/[-−]\s*\d|\d[.,]\d/.test(text)) return null
  const words = plainWords(text.replaceAll('/', ' / ').replaceAll(/\/ (?=10\b)/g, ' over '))
    .replaceAll(scale, ' ')
    .replaceAll(/\bover 10\b/g, ' ')
    .replaceAll(outOfTen, ' ')
  if (/\b(minus|menos|negative)\b/.test(words)) return null
  if (language === 'en' && words in misheard) return misheard[words] ?? null
  const tokens = words.split(' ').filter((word) => word !== '')
  const said = tokens.flatMap((word, index) => {
    const score = /^(10|\d)$/.test(word)
      ? Number(word)
      : Object.hasOwn(numbers, word)
        ? numbers[word]
        : undefined
    if (score === undefined) return []
    const isChoice = tokens[index + 1] === or || tokens[index - 1] === or
    return [{ score, isWeak: weakNumbers.has(word) && !isChoice }]
  })
  const strong = said.filter(({ isWeak }) => !isWeak)
  const scores = new Set((strong.length > 0 ? strong : said).map(({ score }) => score))
  const [only] = scores
  return scores.size === 1 && only !== undefined ? only : null
}
