import { readerLocale } from '../lib/reader-locale.ts'
import type { es } from './es/index.ts'
import { language } from './language.ts'
import { type Catalogues, createTranslator, type NamesIn, type Value } from './translator.ts'

type Known = typeof es
/** Texts that every other language has; Spanish is the one that the compiler asks. */
export type Text = { [Key in keyof Known]: Known[Key] extends string ? Key : never }[keyof Known]
type CountedText = Exclude<keyof Known, Text>

// English needs no catalogue and does not wait; where one cannot be had, the page is in English.
const load: Record<Exclude<typeof language, 'en'>, () => Promise<Catalogues>> = {
  es: async () => {
    const [{ es }, { sentences }] = await Promise.all([
      import('./es/index.ts'),
      import('./es/sentences.ts'),
    ])
    return { texts: es, sentences }
  },
}
const catalogues = language === 'en' ? null : await load[language]().catch(() => null)
const translator = createTranslator(catalogues, readerLocale())

/** The values that a text asks for, by the names in its braces; none where it has none. */
type Values<Names extends string> = [Names] extends [never] ? [] : [values: Record<Names, Value>]

/** A text in the reader's language, its names in braces replaced: `t('Call {name}', { name })`. */
export const t = <Key extends Text>(key: Key, ...[values]: Values<NamesIn<Key>>): string =>
  translator.translate(key, values)

/**
 * A text that counts, `n` filled in: `plural(3, '{n} call', '{n} calls')`. The second one is the key
 * of the catalogue, where it has a form for each plural category.
 */
export const plural = <Key extends CountedText>(
  n: number,
  one: string,
  other: Key,
  ...[values]: Values<Exclude<NamesIn<Key>, 'n'>>
): string => translator.pluralize(n, one, other, values)

/**
 * A sentence that the server wrote in English, as it is kept with a call or told with a failure, in
 * the reader's language as far as the catalogue knows it.
 */
export const ofServer = (sentence: string): string => translator.translateSentence(sentence)

export const assemble = translator.assemble
