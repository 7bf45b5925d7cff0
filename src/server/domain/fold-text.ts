// Accents, as Unicode takes them off their letters.
const marks = /[\u0300-\u036f]+/g
/** Letters that are written as others where the keyboard has none of them. */
const plainLetters = new Map([
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ı', 'i'],
  ['ħ', 'h'],
  ['ς', 'σ'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
])
const otherLetters = new RegExp(`[${[...plainLetters.keys()].join('')}]`, 'g')

/**
 * A text as a search compares it: "Müller" and "muller" are one, "Straße" and "strasse" too.
 * `ringback_fold` does exactly the same in the database.
 */
export function foldText(text: string): string {
  const folded = text.toLowerCase().normalize('NFD').replace(marks, '')
  return folded.replace(otherLetters, (letter) => plainLetters.get(letter) ?? letter)
}

/** What is looked for within folded texts; a lone accent is in none of them. */
export const foldSearch = (search: string): string => foldText(search) || search

/** Where folded words stand in a text as it is shown: whole letters, with their accents. */
export function findFolded(text: string, words: string): { from: number; to: number } | null {
  const letters = [...text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)].map(([letter]) => letter)
  const folded = letters.map(foldText)
  const at = words === '' ? -1 : folded.join('').indexOf(words)
  if (at === -1) return null
  let [from, to, foldedTo] = [0, 0, 0]
  for (const [index, letter] of letters.entries()) {
    foldedTo += folded[index]?.length ?? 0
    to += letter.length
    if (foldedTo <= at) from = to
    if (foldedTo >= at + words.length) break
  }
  return { from, to }
}
