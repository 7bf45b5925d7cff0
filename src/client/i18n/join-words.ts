import { readerLocale } from '../lib/reader-locale.ts'
import { language } from './language.ts'

// Without the comma that American English puts before its "and".
const locale = language === 'en' ? 'en-GB' : readerLocale()
const lists = {
  and: new Intl.ListFormat(locale, { type: 'conjunction' }),
  or: new Intl.ListFormat(locale, { type: 'disjunction' }),
}

/** "a, b and c", "a, b o c". */
export const joinWords = (words: readonly string[], last: 'and' | 'or' = 'and'): string =>
  lists[last].format(words)
