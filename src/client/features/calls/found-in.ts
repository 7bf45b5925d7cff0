import { phoneDigitsIn } from '../../../server/domain/call-filter.ts'

export type Found = { from: number; to: number }

/** Where a search is found in a text as it is shown: numbers are grouped there as people read them. */
export function foundIn(text: string, search: string): Found | null {
  const wanted = search.trim().toLowerCase()
  // Some letters have another length in lower case; then nothing can be pointed at.
  const lower = text.toLowerCase()
  const at = wanted !== '' && lower.length === text.length ? lower.indexOf(wanted) : -1
  if (at !== -1) return { from: at, to: at + wanted.length }
  const digits = phoneDigitsIn(search)
  return digits === null ? null : digitsIn(text, digits)
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
