import type { Sense } from './polarity.ts'

const negator = /\b(no|nunca|jamas|tampoco|ni|sin|nada)\b/g
/** "No fueron muy amables": a few words lie between the "no" and what it turns. */
const reach = 4
const wordsAfter = new RegExp(`^(\\s*[^\\s,;:.!?]+){0,${reach}}`)

/** How far a "no" reaches in Spanish; of the words themselves the lexicon alone knows. */
export function spanishSense(folded: string): Sense {
  const negated = [...folded.matchAll(negator)].map((match) => {
    const start = match.index + match[0].length
    const after = wordsAfter.exec(folded.slice(start))?.[0] ?? ''
    return { start, end: start + after.length }
  })
  return {
    sentiment: 0,
    isNegated: (start, end) => negated.some((span) => span.start < end && span.end > start),
  }
}
