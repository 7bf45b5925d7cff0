import type { ConversationLanguage } from '../../server/domain/conversation-language.ts'
import { capitalize } from '../i18n/capitalize.ts'
import { readerLocale } from './reader-locale.ts'

const names = new Intl.DisplayNames(readerLocale(), { type: 'language' })

/** As it stands within a sentence: "Spanish", "español". */
export const languageName = (language: ConversationLanguage): string =>
  names.of(language) ?? language

/** As it stands by itself: "Spanish", "Español". */
export const languageTitle = (language: ConversationLanguage): string =>
  capitalize(languageName(language))
