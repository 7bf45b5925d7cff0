import type { TranscriptSegment } from './call.schema.ts'
import type { Evidence, QuotedWords } from './evidence.schema.ts'
import { findScoreWords } from './score-words.ts'

/** A praise or complaint; `evidence` is null where no words support it. */
export type Mention = { text: string; evidence: QuotedWords | null }

/** What the customer said of the visit, each finding with its words. */
export type Findings = {
  language: string
  segments: readonly TranscriptSegment[]
  npsScore: number | null
  positiveMentions: readonly Mention[]
  areasToImprove: readonly Mention[]
  summaryEvidence: readonly QuotedWords[]
}

/** Whether a customer said these words in that segment. */
export function isSaid(segments: readonly TranscriptSegment[], words: QuotedWords): boolean {
  const segment = segments[words.segmentIndex]
  return segment?.speaker === 'customer' && segment.text.includes(words.quote)
}

/**
 * Where a customer said these words, letter for letter as they were said. Case, white space and the
 * number of the segment may be wrong; null where nobody said them.
 */
export function findSaid(
  segments: readonly TranscriptSegment[],
  { segmentIndex, quote }: QuotedWords,
): QuotedWords | null {
  const words = quote.trim().split(/\s+/).map(escapePattern)
  if (words.join('') === '') return null
  const said = new RegExp(words.join('\\s+'), 'iu')
  for (const index of [segmentIndex, ...segments.keys()]) {
    const found = said.exec(segments[index]?.text ?? '')?.[0]
    if (found && segments[index]?.speaker === 'customer')
      return { segmentIndex: index, quote: found }
  }
  return null
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** Every finding that rests on words of the customer; words that nobody said support nothing. */
export function evidenceOf(findings: Findings): Evidence[] {
  const { segments, positiveMentions, areasToImprove, summaryEvidence } = findings
  const score = findScoreWords(findings)
  const ofMentions = (about: 'praise' | 'complaint', mentions: readonly Mention[]): Evidence[] =>
    mentions.flatMap(({ text, evidence }) =>
      evidence === null ? [] : [{ about, mention: text, ...evidence }],
    )
  const found: Evidence[] = [
    ...(score === null ? [] : [{ about: 'score' as const, mention: null, ...score }]),
    ...ofMentions('praise', positiveMentions),
    ...ofMentions('complaint', areasToImprove),
    ...summaryEvidence.map((words) => ({ about: 'summary' as const, mention: null, ...words })),
  ]
  return found.filter((evidence) => isSaid(segments, evidence))
}
