import type { ConversationInput, ConversationStep } from './conversation.schema.ts'
import type { ConversationLanguage } from './conversation-language.ts'
import {
  asksAgain,
  asksForLater,
  declines,
  readLanguage,
  readOptOut,
  readScore,
  readYesOrNo,
  refusesRecording,
  saysWrongNumber,
} from './understand-speech.ts'

/** What an answer means at the step at which it was given. */
export type Meaning =
  | { type: 'opt_out' | 'later' | 'decline' | 'no_recording' | 'yes' | 'no' | 'story' | 'skip' }
  | { type: 'silence' | 'unclear' | 'again' }
  | { type: 'language'; language: ConversationLanguage }
  | { type: 'score'; score: number }

export type Asked = {
  step: Exclude<ConversationStep, 'over'>
  language: ConversationLanguage
  /** The other languages on offer, by their key. */
  offers: ReadonlyMap<string, ConversationLanguage>
}

/** A recognizer that is less sure than this is asked again, except about an opt-out. */
const MIN_CONFIDENCE = 0.3

export const isStoryStep = (step: ConversationStep): boolean =>
  step === 'reason' || step === 'good' || step === 'better'

export function meaningOf(
  input: Exclude<ConversationInput, { type: 'hung_up' }>,
  asked: Asked,
): Meaning {
  if (input.type === 'silence') return { type: 'silence' }
  if (input.type === 'keys') return meaningOfKeys(input.keys.replaceAll('#', ''), asked)
  if (input.text.trim() === '') return { type: 'silence' }
  return meaningOfSpeech(input.text, input.confidence ?? 1, asked)
}

/** Star means no more calls, wherever it is pressed; the hash sign only ends an answer. */
function meaningOfKeys(keys: string, { step, offers }: Asked): Meaning {
  if (keys.includes('*')) return { type: 'opt_out' }
  if (isStoryStep(step)) return { type: 'skip' }
  if (step === 'nps') {
    return /^(10|\d)$/.test(keys) ? { type: 'score', score: Number(keys) } : { type: 'unclear' }
  }
  if (keys === '1') return { type: 'yes' }
  if (keys === '2') return { type: 'no' }
  const language = step === 'consent' ? offers.get(keys) : undefined
  return language === undefined ? { type: 'unclear' } : { type: 'language', language }
}

function meaningOfSpeech(text: string, confidence: number, asked: Asked): Meaning {
  const { step, language, offers } = asked
  const optOut = readOptOut(text)
  if (optOut === 'certain' || (optOut === 'likely' && step !== 'call_back')) {
    return { type: 'opt_out' }
  }
  if (refusesRecording(text)) return { type: 'no_recording' }
  if (asksAgain(text, language)) return { type: 'again' }
  if (isStoryStep(step)) return { type: 'story' }
  if (confidence < MIN_CONFIDENCE) return { type: 'unclear' }
  if (step === 'call_back') {
    const answer = optOut === 'likely' ? 'no' : readYesOrNo(text, language)
    return { type: answer ?? 'unclear' }
  }
  const wished = step === 'consent' ? readLanguage(text) : null
  if (wished !== null && [...offers.values()].includes(wished)) {
    return { type: 'language', language: wished }
  }
  if (saysWrongNumber(text, language)) return { type: 'opt_out' }
  if (asksForLater(text, language)) return { type: 'later' }
  if (declines(text, language)) return { type: 'decline' }
  if (step === 'consent') return { type: readYesOrNo(text, language) ?? 'unclear' }
  const score = readScore(text, language)
  return score === null ? { type: 'unclear' } : { type: 'score', score }
}
