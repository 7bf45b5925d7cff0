import { phoneDigitsIn } from './call-filter.ts'
import { foldSearch, foldText } from './fold-text.ts'
import type { SavedView } from './saved-view.schema.ts'

/** By what a customer is known: names, orders and plates as they were written, E.164 numbers. */
export type KnownAs = {
  names: readonly string[]
  codes: readonly string[]
  phoneNumbers: readonly string[]
}

/** Found as a search finds calls: by a part of a text or of a phone number; empty is neither. */
export type SearchClue = { by: 'search'; text: string; digits: string }

/** Found in names that have all these words, and none beside `among`. */
export type WordsClue = {
  by: 'words'
  words: ReadonlySet<string>
  among: ReadonlySet<string> | null
}

/** A way in which a view leads to a customer, and maybe to others. */
export type Clue = SearchClue | WordsClue

/** Stands before and after each of the texts that a search looks into. */
export const textEdge = '\u001f'

/** As many digits as tell a telephone number among other words. */
const leastDigits = 7

/** Of a name or a folded one: "Vidal, Núria" and "nuria vidal" have the same. */
export const wordsOf = (text: string): ReadonlySet<string> => new Set(wordListOf(text))

const wordListOf = (text: string): readonly string[] =>
  foldText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

export const leadsToName = ({ words, among }: WordsClue, name: string): boolean => {
  const ofName = wordsOf(name)
  return isWithin(words, ofName) && (among === null || isWithin(ofName, among))
}

/**
 * How a view leads to a customer: a search by what it finds, and the name of a view, which is no
 * search, by whole words; either of them also by a name, number, order or plate in a longer text.
 */
export function cluesIn({ name, address: { q } }: SavedView, customer: KnownAs): Clue[] {
  return [
    ...partsOf(name, customer),
    ...namedIn(name, customer),
    ...(q === undefined ? [] : [...searchesFor(q, customer), ...namedIn(q, customer)]),
  ]
}

/** The name of a view that is one of a customer's, or some words of it. */
function partsOf(text: string, { names }: KnownAs): Clue[] {
  const words = wordsOf(text)
  if (words.size === 0 || !names.some((name) => isWithin(words, wordsOf(name)))) return []
  return [{ by: 'words', words, among: null }]
}

function searchesFor(q: string, { names, codes, phoneNumbers }: KnownAs): Clue[] {
  const text = foldSearch(q)
  const digits = phoneDigitsIn(q) ?? ''
  const isFound =
    [...names, ...codes, ...phoneNumbers].some((each) => foldText(each).includes(text)) ||
    (digits !== '' && phoneNumbers.some((number) => number.includes(digits)))
  return isFound ? [{ by: 'search', text, digits }] : []
}

/** What stands whole in a text, whatever stands around it. */
function namedIn(text: string, { names, codes, phoneNumbers }: KnownAs): Clue[] {
  const words = wordsOf(text)
  const named = names.map(wordsOf).filter((name) => name.size > 0 && isWithin(name, words))
  const spaced = spacedWords(text)
  const given = codes.filter((code) => {
    const own = spacedWords(code)
    return spaced === own || (isTelling(code) && spaced.includes(own))
  })
  const rung = digitsIn(text).filter((digits) => phoneNumbers.some((all) => all.includes(digits)))
  return [
    // "Ana Ruiz" is told apart from every Ana and every Ruiz; an "Ana" alone from none of them.
    ...named.map((name) => wordsClue(name, name.size > 1 ? words : null)),
    ...given.map((code) => searchClue(textEdge + foldText(code) + textEdge, '')),
    ...rung.map((digits) => searchClue('', digits)),
  ]
}

const wordsClue = (words: WordsClue['words'], among: WordsClue['among']): WordsClue => ({
  by: 'words',
  words,
  among,
})
const searchClue = (text: string, digits: string): SearchClue => ({ by: 'search', text, digits })

/** Few digits alone are rather a year or a count than an order. */
const isTelling = (code: string) => code.length >= (/^\d+$/.test(code) ? 5 : 4)

const spacedWords = (text: string) => ` ${wordListOf(text).join(' ')} `

/**
 * What may be a telephone number in a text, however it is grouped and whatever digits stand beside
 * it; without the zeros that are dialled before it.
 */
function digitsIn(text: string): string[] {
  const found = (text.match(/\d[\d\s()+./-]*/g) ?? []).flatMap((run) => {
    const groups = run.match(/\d+/g) ?? []
    return groups.flatMap((_, from) =>
      groups.slice(from).map((_, count) => groups.slice(from, from + count + 1).join('')),
    )
  })
  return found
    .map((digits) => digits.replace(/^0+/, ''))
    .filter((digits) => digits.length >= leastDigits)
}

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>) =>
  [...some].every((each) => all.has(each))
