import {
  columnNames,
  firstNames,
  firstOrWholeNames,
  lastNames,
  lastOrWholeNames,
} from './import-column-names.ts'
import { simplifyHeading } from './import-text.ts'

/** Answers where the first of these names stands as a heading that is still free, or -1. */
type Find = (names: readonly string[]) => number

const first = firstNames.map(simplifyHeading)
const firstOrWhole = firstOrWholeNames.map(simplifyHeading)
const last = lastNames.map(simplifyHeading)
const lastOrWhole = lastOrWholeNames.map(simplifyHeading)
const whole = columnNames.customerName
  .map(simplifyHeading)
  .filter((name) => !firstOrWhole.includes(name))

/**
 * The columns of a first and a last name, where the file has both and none for the whole name.
 * `lastIndex` is that of the last name where somebody says it.
 */
export function findNamePair(
  find: Find,
  lastIndex: number | undefined,
): { first: number; last: number } | null {
  if (find(whole) !== -1) return null
  const firstIndex = find(first)
  const given = lastIndex ?? find(last)
  const pair =
    firstIndex === -1
      ? { first: find(firstOrWhole), last: given }
      : { first: firstIndex, last: given === -1 ? find(lastOrWhole) : given }
  return pair.first === -1 || pair.last === -1 ? null : pair
}

const DATE_WORD = /^(?:date|datum|fecha)$/
const TIME_WORD = /^(?:time|uhrzeit|zeit|hora)$/
const IS_OF_TIME = /(?:time|zeit|(?<!dat)um)$|^(?:time|uhrzeit|zeit|hora)/
const WORDS_BEFORE = /^(?:(?:date|time|datum|uhrzeit|zeit|fecha|hora)(?:del|de|of|y)?)+/
const WORDS_AFTER = /(?:date|time|datum|uhrzeit|zeit|am|um|at)+$/

/** What the headings of a date and of its time have in common: `close` of Closed Date and Time Closed. */
const commonPart = (heading: string) =>
  heading
    .replace(WORDS_BEFORE, '')
    .replace(WORDS_AFTER, '')
    .replace(/(?:s+|d)$/, '')

/**
 * Where the time stands that belongs to a date: in the column that is called alike, or in the next
 * one, if that is called no more than time. -1 where it is in none.
 */
export function findTimeOf(
  simple: readonly string[],
  dateIndex: number,
  isFree: (index: number) => boolean,
): number {
  const common = commonPart(simple[dateIndex] ?? '')
  const next = dateIndex + 1
  if (TIME_WORD.test(simple[next] ?? '') && isFree(next)) return next
  return simple.findIndex(
    (own, i) => i !== dateIndex && isFree(i) && IS_OF_TIME.test(own) && commonPart(own) === common,
  )
}

/** Where a date stands that is called no more than that, with its time beside it; -1 where none does. */
export const findBareDate = (
  simple: readonly string[],
  isFree: (index: number) => boolean,
): number =>
  simple.findIndex(
    (own, i) => DATE_WORD.test(own) && isFree(i) && findTimeOf(simple, i, isFree) !== -1,
  )
