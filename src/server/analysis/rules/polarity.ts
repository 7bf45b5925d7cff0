import type { Lexicon } from './lexicon.ts'

/** What is known of a clause's words beyond the lexicon. */
export type Sense = {
  /** From -1 to 1, for words that no cue names. */
  sentiment: number
  /** Whether a "not" reaches the words from `start` to `end`. */
  isNegated: (start: number, end: number) => boolean
}

/** Words in general say less of a visit than the ones that people use for visits. */
const trust = 0.6

/** How the customer finds what a clause is about, from -1 to 1; near 0 where it does not say. */
export function polarityOf(folded: string, { cues }: Lexicon, sense: Sense): number {
  let rest = folded
  let sum = 0
  let found = false
  for (const { pattern, weight, isFixed } of cues) {
    for (const match of rest.matchAll(new RegExp(pattern, 'g'))) {
      const end = match.index + match[0].length
      const isTurned = !isFixed && sense.isNegated(match.index, end)
      sum += isTurned ? -weight : weight
      found = true
      // Words are counted once, by the longest thing that they say: cues stand in that order.
      rest = rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(end)
    }
  }
  return Math.max(-1, Math.min(1, found ? sum : sense.sentiment * trust))
}
