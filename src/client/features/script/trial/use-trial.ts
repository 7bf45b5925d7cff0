import { useCallback, useState } from 'react'
import type { CallScript } from '../../../../server/domain/call-script.schema.ts'
import type { ConversationInput } from '../../../../server/domain/conversation.schema.ts'
import { beginConversation, continueConversation } from '../../../../server/domain/conversation.ts'
import type { ConversationLanguage } from '../../../../server/domain/conversation-language.ts'
import { spokenMs } from '../../../../server/domain/spoken-time.ts'
import type { Exchange } from './trial-entries.ts'
import { usualFacts } from './usual-facts.ts'

/** What the customer does, without the time. */
export type TrialAnswer =
  | { type: 'keys'; keys: string }
  | { type: 'speech'; text: string }
  | { type: 'silence' }
  | { type: 'hung_up' }

/** A conversation played here: the same machine that real calls run, and nobody's telephone. */
export function useTrial(organizationName: string) {
  const [exchanges, setExchanges] = useState<Exchange[]>([])

  const begin = (
    script: CallScript,
    how: { language: ConversationLanguage; answeredBy: 'human' | 'machine'; isSparse: boolean },
  ) => {
    const facts = usualFacts(organizationName, how.isSparse)
    setExchanges([{ input: null, turn: beginConversation(script, facts, how) }])
  }

  const answer = useCallback((given: TrialAnswer) => {
    setExchanges((current) => {
      const turn = current.at(-1)?.turn
      if (turn === undefined || turn.state.step === 'over') return current
      const input = timed(given, turn.state.turnAtMs, turn.say.map(({ text }) => text).join(' '))
      return [...current, { input, turn: continueConversation(turn.state, input) }]
    })
  }, [])

  return { exchanges, last: exchanges.at(-1)?.turn ?? null, begin, answer }
}

/** As if both had taken the time that it takes to say. */
function timed(given: TrialAnswer, turnAtMs: number, said: string): ConversationInput {
  const heardMs = given.type === 'speech' ? spokenMs(given.text) : 1000
  return { ...given, atMs: turnAtMs + spokenMs(said) + heardMs }
}
