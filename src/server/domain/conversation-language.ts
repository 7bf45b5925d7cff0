import { z } from 'zod'

/** The languages that a call can be held in: each has words to be understood by. */
export const conversationLanguages = ['en', 'es'] as const
export const conversationLanguageSchema = z.enum(conversationLanguages, {
  error: `Choose a language that calls can be held in: ${conversationLanguages.join(', ')}`,
})
export type ConversationLanguage = z.infer<typeof conversationLanguageSchema>

/** As a page in English names them. */
export const languageNames: Record<ConversationLanguage, string> = { en: 'English', es: 'Spanish' }
