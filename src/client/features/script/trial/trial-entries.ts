import type { ConversationInput, Turn } from '../../../../server/domain/conversation.schema.ts'
import type { ConversationLanguage } from '../../../../server/domain/conversation-language.ts'
import { language as pageLanguage } from '../../../i18n/language.ts'
import { t } from '../../../i18n/t.ts'

/** One turn, with what led to it; null for the first. */
export type Exchange = { input: ConversationInput | null; turn: Turn }

export type TrialEntry =
  | { by: 'call'; text: string; language: ConversationLanguage }
  | { by: 'customer'; text: string; language: ConversationLanguage }
  | { by: 'line'; text: string }

/** The conversation as it is shown: both sides, and what happens to the line between them. */
export function trialEntries(exchanges: readonly Exchange[]): TrialEntry[] {
  return exchanges.flatMap(({ input, turn }, index) => {
    const before = exchanges[index - 1]?.turn
    const wasRecording = before?.state.isRecording ?? false
    return [
      ...heard(input, before ?? turn),
      ...(turn.record === true && !wasRecording ? [line(t('Recording starts'))] : []),
      ...(turn.record === 'stop' ? [line(t('Recording stops, and what there is is deleted'))] : []),
      ...turn.say.map((saying) => ({ by: 'call' as const, ...saying })),
      ...(turn.next.type === 'hang_up' && input?.type !== 'hung_up'
        ? [line(t('The call hangs up'))]
        : []),
    ]
  })
}

const line = (text: string): TrialEntry => ({ by: 'line', text })

function heard(input: ConversationInput | null, before: Turn): TrialEntry[] {
  const { language } = before.state
  switch (input?.type) {
    case undefined:
      return []
    case 'keys':
      return [
        { by: 'customer', text: t('Presses {keys}', { keys: input.keys }), language: pageLanguage },
      ]
    case 'speech':
      return [{ by: 'customer', text: input.text, language }]
    case 'silence': {
      const seconds = before.next.type === 'listen' ? before.next.timeoutSec : 0
      return [line(t('{n} seconds of silence', { n: seconds }))]
    }
    case 'hung_up':
      return [line(t('The customer hangs up'))]
  }
}
