import type { Aspect, Lexicon } from './lexicon.ts'
import { fold } from './lexicon.ts'

type Span = { start: number; end: number }

/**
 * The thoughts of an utterance, each a part of it letter for letter: sentences, cut where a "but"
 * turns them and where an "and" or a comma leads to something else that can be praised or blamed.
 */
export function splitClauses(text: string, lexicon: Lexicon): string[] {
  const folded = fold(text)
  return spansBetween(folded, /[.!?…]+(?=\s|$)/, { start: 0, end: text.length })
    .flatMap((sentence) => spansBetween(folded, lexicon.turns, sentence))
    .flatMap((part) => joinWhatBelongs(folded, spansBetween(folded, lexicon.joints, part), lexicon))
    .map(({ start, end }) => trim(text.slice(start, end)))
    .filter((clause) => clause !== '')
}

/** The first aspect that a clause names. */
export const aspectOf = (folded: string, { aspects }: Lexicon): Aspect | null =>
  aspects.find(({ pattern }) => pattern.test(folded)) ?? null

function spansBetween(folded: string, cut: RegExp, within: Span): Span[] {
  const spans: Span[] = []
  let start = within.start
  for (const match of folded.slice(within.start, within.end).matchAll(new RegExp(cut, 'g'))) {
    spans.push({ start, end: within.start + match.index })
    start = within.start + match.index + match[0].length
  }
  return [...spans, { start, end: within.end }].filter(({ start, end }) => end > start)
}

function joinWhatBelongs(folded: string, parts: Span[], lexicon: Lexicon): Span[] {
  const tagIn = ({ start, end }: Span) => aspectOf(folded.slice(start, end), lexicon)?.tag ?? null
  const joined: Span[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    const [before, here] = [last && tagIn(last), tagIn(part)]
    if (last && (!before || !here || before === here)) last.end = part.end
    else joined.push({ ...part })
  }
  return joined
}

const trim = (clause: string) =>
  clause.replace(/^[\s,;:.!?¡¿–—-]+/, '').replace(/[\s,;:.!?…–—-]+$/, '')
