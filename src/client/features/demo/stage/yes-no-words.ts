import type { ConversationLanguage } from '../../../../server/domain/conversation-language.ts'

/** As a guest would say it, in the language of the conversation. */
export const yesNoWords: Record<ConversationLanguage, { yes: string; no: string }> = {
  en: { yes: 'Yes', no: 'No' },
  es: { yes: 'Sí', no: 'No' },
}
