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
