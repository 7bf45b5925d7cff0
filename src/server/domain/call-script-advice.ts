import { placeholdersIn } from './call-script-placeholders.ts'
import type { ScriptStep, ScriptTexts } from './call-script-texts.ts'
import type { ConversationLanguage } from './conversation-language.ts'
import { spokenMs } from './spoken-time.ts'
import { plainWords } from './spoken-words.ts'

/** What would make a text better, though it can be used as it is; by its step. */
export type ScriptAdvice = Partial<Record<ScriptStep, string>>

const starWords: Record<ConversationLanguage, RegExp> = {
  en: /\bstar\b|\*/i,
  es: /\basterisco\b|\bestrella\b|\*/i,
}
const MAX_OPENING_MS = 40_000

const opening = ['greeting', 'recordingNotice', 'optOutNotice', 'consentQuestion'] as const

/** Reads one language's texts as somebody would hear them: which key, and how long until a question. */
export function adviseOnScript(texts: ScriptTexts, language: ConversationLanguage): ScriptAdvice {
  const advice: ScriptAdvice = {}
  if (texts.optOutNotice !== '' && !starWords[language].test(texts.optOutNotice)) {
    advice.optOutNotice = 'Name the star key too, for those who cannot speak freely.'
  }
  for (const step of ['consentQuestion', 'callBackQuestion'] as const) {
    if (texts[step] !== '' && !namesKeys(texts[step], ['1', '2'])) {
      advice[step] = 'Say which keys answer it: 1 for yes, 2 for no.'
    }
  }
  if (!namesKeys(texts.npsQuestion, ['0', '10'])) {
    advice.npsQuestion = 'Say that the score goes from 0 to 10, and which end is good.'
  }
  if (texts.otherLanguage !== '' && !placeholdersIn(texts.otherLanguage).includes('key')) {
    advice.otherLanguage = 'Put {key} in: the key that chooses this language.'
  }
  const untilQuestion = opening.reduce((sum, step) => sum + spokenMs(texts[step]), 0)
  if (untilQuestion > MAX_OPENING_MS) {
    const seconds = Math.round(untilQuestion / 1000)
    advice.greeting = `It takes about ${seconds} seconds until somebody may answer. People hang up.`
  }
  return advice
}

const namesKeys = (text: string, keys: readonly string[]): boolean => {
  const words = plainWords(text).split(' ')
  return keys.every((key) => words.includes(key) || keyWords[key]?.some((w) => words.includes(w)))
}

const keyWords: Readonly<Record<string, readonly string[]>> = {
  '0': ['zero', 'cero'],
  '1': ['one', 'uno'],
  '2': ['two', 'dos'],
  '10': ['ten', 'diez'],
}
