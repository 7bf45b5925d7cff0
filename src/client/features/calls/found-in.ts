import { phoneDigitsIn } from '../../../server/domain/call-filter.ts'
import { findFolded, foldText } from '../../../server/domain/fold-text.ts'

export type Found = { from: number; to: number }

/** Where a search is found in a text of a call, whatever accents and capitals either has. */
export const foundIn = (text: string, search: string): Found | null =>
  findFolded(text, foldText(search.trim()))

/** The same of a telephone number as it is shown: its digits are grouped as people read them. */
export function foundInPhone(text: string, search: string): Found | null {
  const found = foundIn(text, search)
  if (found !== null) return found
  // The number has no gaps where it is searched: fewer digits than those that look like a number
  // are found in it too.
  const digits = phoneDigitsIn(search) ?? search.trim().replace(/^\+/, '')
  return /^\d+$/.test(digits) ? digitsIn(text, digits) : null
}

function digitsIn(text: string, digits: string): Found | null {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index)
  const at = places
    .map((place) => text[place])
    .join('')
    .indexOf(digits)
  const [from, last] = [places[at], places[at + digits.length - 1]]
  return at === -1 || from === undefined || last === undefined ? null : { from, to: last + 1 }
}
