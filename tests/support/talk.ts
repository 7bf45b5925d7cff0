import { type CallScript, DEFAULT_CALL_SCRIPT } from '../../src/server/domain/call-script.schema.ts'
import type { ConversationFacts } from '../../src/server/domain/call-script-placeholders.ts'
import type {
  ConversationInput,
  ConversationState,
  Turn,
} from '../../src/server/domain/conversation.schema.ts'
import { beginConversation, continueConversation } from '../../src/server/domain/conversation.ts'
import type { ConversationLanguage } from '../../src/server/domain/conversation-language.ts'

export const someFacts: ConversationFacts = {
  customerName: 'Alex Rivera',
  organizationName: 'Northside Motors',
  vehicle: 'Toyota Corolla',
  advisorName: 'Sam Lee',
}

/** `'#9'` presses keys, `''` is silence, `'\\'` hangs up, everything else is said. */
export function inputOf(answer: string, atMs: number): ConversationInput {
  if (answer === '') return { type: 'silence', atMs }
  if (answer === '\\') return { type: 'hung_up', atMs }
  if (/^#[0-9*#]*$/.test(answer)) return { type: 'keys', keys: answer.slice(1), atMs }
  return { type: 'speech', text: answer, atMs }
}

/** A conversation with these answers, ten seconds apart, its state carried as JSON between them. */
export function talk(
  answers: readonly string[],
  how: {
    language?: ConversationLanguage
    script?: CallScript
    facts?: ConversationFacts
    answeredBy?: 'human' | 'machine'
  } = {},
): Turn[] {
  const { language = 'en', script = DEFAULT_CALL_SCRIPT, facts = someFacts } = how
  const { answeredBy = 'human' } = how
  const turns = [beginConversation(script, facts, { language, answeredBy })]
  for (const [index, answer] of answers.entries()) {
    const state = turns.at(-1)?.state
    const stored: ConversationState = JSON.parse(JSON.stringify(state))
    turns.push(continueConversation(stored, inputOf(answer, (index + 1) * 10_000)))
  }
  return turns
}

/** The last turn of `talk`. */
export function lastTurn(...told: Parameters<typeof talk>): Turn {
  const turn = talk(...told).at(-1)
  if (turn === undefined) throw new Error('A conversation has at least one turn.')
  return turn
}

export const spoken = (turn: Turn): string => turn.say.map(({ text }) => text).join(' ')
