import { languagesOf } from './call-script.schema.ts'
import { fillPlaceholders } from './call-script-placeholders.ts'
import type { ScriptStep } from './call-script-texts.ts'
import type { ConversationState, ConversationStep, Saying, Turn } from './conversation.schema.ts'
import type { ConversationLanguage } from './conversation-language.ts'
import { isStoryStep } from './conversation-meaning.ts'
import { spokenWords } from './spoken-words.ts'

/** The text of a question; the order is that of the conversation. */
const questionOf = {
  consent: 'consentQuestion',
  nps: 'npsQuestion',
  reason: 'reasonQuestion',
  good: 'goodQuestion',
  better: 'betterQuestion',
  call_back: 'callBackQuestion',
} as const satisfies Record<Exclude<ConversationStep, 'over'>, ScriptStep>

const order = ['consent', 'nps', 'reason', 'good', 'better', 'call_back'] as const
const placeOf = (step: ConversationStep) => (order as readonly ConversationStep[]).indexOf(step)

const textOf = (
  { script, facts }: ConversationState,
  language: ConversationLanguage,
  step: ScriptStep,
  key: string | null = null,
): string => fillPlaceholders(script.languages[language]?.[step] ?? '', { ...facts, key }, language)

/** What is said, in the language of the conversation; texts that were left empty are not. */
export const sayings = (state: ConversationState, ...steps: ScriptStep[]): Saying[] =>
  steps
    .map((step) => ({ language: state.language, text: textOf(state, state.language, step) }))
    .filter(({ text }) => text !== '')

const FIRST_LANGUAGE_KEY = 3

/** The other languages of the script, by the key that chooses each. */
export function languageOffers({
  script,
  language,
}: ConversationState): Map<string, ConversationLanguage> {
  const others = languagesOf(script).filter(
    (other) => other !== language && script.languages[other]?.otherLanguage !== '',
  )
  return new Map(others.map((other, index) => [String(FIRST_LANGUAGE_KEY + index), other]))
}

/** The question of the present step. */
export function question(state: ConversationState): Saying[] {
  if (state.step === 'over') return []
  const asked = sayings(state, questionOf[state.step])
  if (state.step !== 'consent') return asked
  const offers = [...languageOffers(state)].map(([key, language]) => ({
    language,
    text: textOf(state, language, 'otherLanguage', key),
  }))
  return [...asked, ...offers]
}

/** The step after this one that the script asks; null after the last. */
export function stepAfter(state: ConversationState): Exclude<ConversationStep, 'over'> | null {
  const texts = state.script.languages[state.language]
  return (
    order.slice(placeOf(state.step) + 1).find((step) => texts?.[questionOf[step]] !== '') ?? null
  )
}

/** How to listen to the answer of the present step. */
export function listening(state: ConversationState): Turn['next'] {
  const { step, script, language } = state
  if (step === 'over') return { type: 'hang_up' }
  const { hints } = spokenWords[language]
  const isStory = isStoryStep(step)
  const short = step === 'nps' ? hints.numbers : hints.yesNo
  const offered = step === 'consent' ? [...languageOffers(state).values()] : []
  return {
    type: 'listen',
    keys: { maxDigits: step === 'nps' ? 2 : 1 },
    speech: true,
    hints: [
      ...(isStory ? [] : short),
      ...hints.optOut,
      ...offered.map((other) => spokenWords[other].hints.language),
    ],
    timeoutSec: isStory ? script.storyTimeoutSec : script.shortAnswerTimeoutSec,
    pauseSec: isStory ? 2 : 1,
  }
}
