import type { CallScript } from './call-script.schema.ts'
import type { ConversationFacts } from './call-script-placeholders.ts'
import type { ScriptStep } from './call-script-texts.ts'
import type {
  ConversationAnswers,
  ConversationEnding,
  ConversationInput,
  ConversationState,
  Saying,
  Turn,
} from './conversation.schema.ts'
import type { ConversationLanguage } from './conversation-language.ts'
import { isStoryStep, type Meaning, meaningOf } from './conversation-meaning.ts'
import {
  languageOffers,
  listening,
  question,
  sayings,
  stepAfter,
} from './conversation-questions.ts'
import { noteHeard, noteSaid } from './conversation-segments.ts'
import { spokenWords } from './spoken-words.ts'

/** The first turn of an answered call, in the script's usual language where it lacks the one wanted. */
export function beginConversation(
  script: CallScript,
  facts: ConversationFacts,
  how: { language: ConversationLanguage | null; answeredBy: 'human' | 'machine' },
): Turn {
  const isSpoken = how.language !== null && script.languages[how.language] !== undefined
  const state: ConversationState = {
    script,
    facts,
    step: 'consent',
    ending: null,
    misses: 0,
    quietStories: 0,
    language: isSpoken && how.language !== null ? how.language : script.defaultLanguage,
    npsScore: null,
    wantsCallBack: null,
    consentToRecording: null,
    isRecording: false,
    recordedFromMs: null,
    segments: [],
    turnAtMs: 0,
    turnSegment: 0,
  }
  if (how.answeredBy === 'human') return turn(state, opening(state), 0)
  const message = script.voicemail === 'leave_message' ? sayings(state, 'voicemail') : []
  return turn(over(state, 'voicemail'), message, 0)
}

/** What follows on an answer. One that comes after the end changes nothing. */
export function continueConversation(state: ConversationState, input: ConversationInput): Turn {
  if (state.step === 'over') {
    return { state, say: [], record: state.isRecording, next: { type: 'hang_up' } }
  }
  // Callbacks may overtake each other; time does not run backwards.
  const atMs = Math.max(input.atMs, state.turnAtMs)
  const heard = noteHeard(state, wordsOf(input, state.language), atMs)
  if (input.type === 'hung_up') return turn(over(heard, 'hung_up'), [], atMs)
  const asked = { step: state.step, language: state.language, offers: languageOffers(state) }
  return answer(heard, meaningOf(input, asked), atMs)
}

/** What the conversation brought so far. */
export function answersOf(state: ConversationState): ConversationAnswers {
  const { ending, language, npsScore, wantsCallBack, consentToRecording, segments } = state
  return {
    outcome: outcomeOf(state),
    ending,
    language,
    npsScore,
    wantsCallBack,
    consentToRecording,
    recordedFromMs: state.recordedFromMs,
    segments,
  }
}

/** Somebody who hangs up at once did not want the call; where nothing is said, nobody was reached. */
function outcomeOf({ ending, segments }: ConversationState): ConversationAnswers['outcome'] {
  if (ending === 'opted_out' || ending === 'voicemail') return ending
  if (segments.some(({ speaker }) => speaker === 'customer')) return 'answered'
  return ending === 'gave_up' ? 'no_answer' : 'rejected'
}

function answer(state: ConversationState, meaning: Meaning, atMs: number): Turn {
  const end = (ending: ConversationEnding, text: ScriptStep, from = state) =>
    turn(over(from, ending), sayings(state, text), atMs)
  switch (meaning.type) {
    case 'opt_out':
      return end('opted_out', 'optOutConfirmed')
    case 'later':
      return end('call_later', 'callLater', { ...state, wantsCallBack: true })
    case 'decline':
      return end('thanked', 'thanks')
    case 'no_recording':
      return refuseRecording(state, atMs)
    case 'language': {
      const next = { ...state, language: meaning.language, misses: state.misses + 1 }
      return isWornOut(next) ? giveUp(state, atMs) : turn(next, opening(next), atMs)
    }
    case 'yes':
    case 'no':
      if (state.step === 'call_back') {
        return goOn({ ...state, wantsCallBack: meaning.type === 'yes' }, [], atMs)
      }
      if (meaning.type === 'no') return refuseRecording(state, atMs)
      return goOn(
        { ...state, consentToRecording: true, isRecording: true, recordedFromMs: atMs },
        [],
        atMs,
      )
    case 'score':
      return goOn({ ...state, npsScore: meaning.score }, [], atMs)
    case 'story':
    case 'skip':
      return goOn({ ...state, quietStories: 0 }, [], atMs)
    case 'silence':
      return isStoryStep(state.step) ? passOver(state, atMs) : askAgain(state, 'notHeard', atMs)
    case 'again':
      return sayAgain(state, atMs)
    case 'unclear':
      return askAgain(state, 'notUnderstood', atMs)
  }
}

/** At the question it goes on to the next one; later it stops the recording and asks the same again. */
function refuseRecording(state: ConversationState, atMs: number): Turn {
  const refused = { ...state, consentToRecording: false, isRecording: false }
  const say = sayings(state, 'unrecorded')
  if (state.step === 'consent') return goOn(refused, say, atMs)
  if (state.consentToRecording === false) {
    // It is known already: within a story it is only told.
    return isStoryStep(state.step) ? goOn(state, [], atMs) : askAgain(state, 'unrecorded', atMs)
  }
  const next = turn(refused, [...say, ...question(refused)], atMs)
  return state.isRecording ? { ...next, record: 'stop' } : next
}

/** To the next question, or to the thanks after the last. */
function goOn(state: ConversationState, first: Saying[], atMs: number): Turn {
  const step = stepAfter(state)
  if (step === null) {
    return turn(over(state, 'thanked'), [...first, ...sayings(state, 'thanks')], atMs)
  }
  const next = { ...state, step, misses: 0 }
  return turn(next, [...first, ...question(next)], atMs)
}

/** Silence after an open question is an answer too; the second time it ends the conversation. */
function passOver(state: ConversationState, atMs: number): Turn {
  const quiet = { ...state, quietStories: state.quietStories + 1 }
  return quiet.quietStories < 2
    ? goOn(quiet, [], atMs)
    : turn(over(quiet, 'thanked'), sayings(quiet, 'thanks'), atMs)
}

function askAgain(state: ConversationState, why: ScriptStep, atMs: number): Turn {
  const next = { ...state, misses: state.misses + 1 }
  if (isWornOut(next)) return wornOut(next, atMs)
  return turn(next, [...sayings(next, why), ...question(next)], atMs)
}

/** The question as it was asked; at the first one the opening with it, which "Hello?" talked over. */
function sayAgain(state: ConversationState, atMs: number): Turn {
  const next = { ...state, misses: state.misses + 1 }
  if (isWornOut(next)) return wornOut(next, atMs)
  return turn(next, next.step === 'consent' ? opening(next) : question(next), atMs)
}

/** Once the score is given the rest is a bonus: the call ends with thanks instead of an apology. */
const wornOut = (state: ConversationState, atMs: number): Turn =>
  state.step === 'consent' || state.step === 'nps'
    ? giveUp(state, atMs)
    : turn(over(state, 'thanked'), sayings(state, 'thanks'), atMs)

const giveUp = (state: ConversationState, atMs: number): Turn =>
  turn(over(state, 'gave_up'), sayings(state, 'givingUp'), atMs)

const isWornOut = ({ misses, script }: ConversationState): boolean => misses > script.maxRepeats

const opening = (state: ConversationState): Saying[] => [
  ...sayings(state, 'greeting', 'recordingNotice', 'optOutNotice'),
  ...question(state),
]

const over = (state: ConversationState, ending: ConversationEnding): ConversationState => ({
  ...state,
  step: 'over',
  ending,
})

const turn = (state: ConversationState, say: Saying[], atMs: number): Turn => {
  const noted = noteSaid(state, say, atMs)
  return { state: noted, say, record: noted.isRecording, next: listening(noted) }
}

const wordsOf = (input: ConversationInput, language: ConversationLanguage): string | null => {
  if (input.type === 'keys' && input.keys !== '') return spokenWords[language].pressed(input.keys)
  if (input.type === 'speech' && input.text.trim() !== '') return input.text.trim()
  return null
}
