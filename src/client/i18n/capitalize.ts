import { readerLocale } from '../lib/reader-locale.ts'

/** Words from within a sentence, as they begin one: "¿podemos …?" too. */
export const capitalize = (words: string): string =>
  words.replace(/^\P{L}*\p{Ll}/u, (start) => start.toLocaleUpperCase(readerLocale()))
