import { readerLocale } from '../../lib/reader-locale.ts'

/** Words from within a sentence, as they begin one. */
export const capitalize = (words: string): string =>
  words.charAt(0).toLocaleUpperCase(readerLocale()) + words.slice(1)
