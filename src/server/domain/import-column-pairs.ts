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
  // What could be one of both names is the whole beside them.
  const isBesideWhole = lastIndex === undefined && find(firstOrWhole) !== -1
  if (isBesideWhole && firstIndex !== -1 && given !== -1) return null
  const pair =
    firstIndex === -1
      ? { first: find(firstOrWhole), last: given }
      : { first: firstIndex, last: given === -1 ? find(lastOrWhole) : given }
  return pair.first === -1 || pair.last === -1 ? null : pair
}

const mayHoldWhole = new Set([...whole, ...firstOrWhole, ...lastOrWhole])

/** Whether a column that is called so may hold the whole name, whatever it was taken for. */
export const mayHoldWholeName = (heading: string): boolean =>
  mayHoldWhole.has(simplifyHeading(heading))

const DATE_WORD = /^(?:date|datum|fecha)$/
const TIME_WORD = /^(?:time|uhrzeit|zeit|hora)$/

/** Whether a column is called no more than time, which may as well be how long a job took. */
export const isBareTime = (heading: string): boolean => TIME_WORD.test(simplifyHeading(heading))

const IS_OF_TIME = /(?:time|zeit|(?<!dat)um)$|^(?:time|uhrzeit|zeit|hora)/
const WORDS_BEFORE = /^(?:(?:date|time|datum|uhrzeit|zeit|fecha|hora)(?:del|de|of|y)?)+/
const WORDS_AFTER = /(?:date|time|datum|uhrzeit|zeit|am|um|at)+$/

// What stands behind may be sought from each place of a heading, and one may fill a whole line.
const LONGEST_HEADING = 60

/** What the headings of a date and of its time have in common: `close` of Closed Date and Time Closed. */
const commonPart = (heading: string) =>
  heading
    .replace(WORDS_BEFORE, '')
    .replace(WORDS_AFTER, '')
    .replace(/(?:s+|d)$/, '')

/**
 * Where the time stands that belongs to a date: in the column that is called alike, or in the next
 * one, if that is called no more than time; of a date that is called no more than that, in any such
 * one. -1 where it is in none.
 */
export function findTimeOf(
  simple: readonly string[],
  dateIndex: number,
  isFree: (index: number) => boolean,
): number {
  const date = simple[dateIndex] ?? ''
  if (date.length > LONGEST_HEADING) return -1
  const common = commonPart(date)
  const isBareTime = (own: string, i: number) => i !== dateIndex && TIME_WORD.test(own) && isFree(i)
  const isAlike = (own: string, i: number) =>
    i !== dateIndex &&
    own.length <= LONGEST_HEADING &&
    IS_OF_TIME.test(own) &&
    isFree(i) &&
    commonPart(own) === common
  const alike = common === '' ? -1 : simple.findIndex(isAlike)
  if (alike !== -1) return alike
  const next = dateIndex + 1
  if (isBareTime(simple[next] ?? '', next)) return next
  return common === '' ? simple.findIndex(isBareTime) : -1
}

/** Where a date stands that is called no more than that, with its time beside it; -1 where none does. */
export const findBareDate = (
  simple: readonly string[],
  isFree: (index: number) => boolean,
): number =>
  simple.findIndex(
    (own, i) => DATE_WORD.test(own) && isFree(i) && findTimeOf(simple, i, isFree) !== -1,
  )
