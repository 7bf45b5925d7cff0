import type { Mention } from '../../domain/evidence.ts'
import type { FeedbackTag } from '../../domain/feedback-tags.ts'
import type { HeardConversation } from '../port.ts'
import { aspectOf, splitClauses } from './clauses.ts'
import { fold, type Lexicon } from './lexicon.ts'
import { polarityOf, type Sense } from './polarity.ts'
import { type Question, questionBefore } from './question.ts'

export type Reading = {
  positiveMentions: Mention[]
  areasToImprove: Mention[]
  tags: FeedbackTag[]
}

type Clause = {
  segmentIndex: number
  quote: string
  folded: string
  question: Question
  polarity: number
  sense: Sense
}
type Finding = { isPraise: boolean; text: string; tag: FeedbackTag | null; clause: Clause }

/** Below, a clause says nothing of how the customer finds something. */
const clear = 0.3
/** From here on it tells it without naming anything. */
const strong = 0.5
const longestOwnWords = 60
/** A longer answer to a formal question tells something else as well. */
const formalWords = 5

/** What a customer praises and blames, found by what the lexicon knows of their language. */
export function readByRules(
  { segments }: Pick<HeardConversation, 'segments'>,
  lexicon: Lexicon,
  readSense: (folded: string) => Sense,
): Reading {
  const clauses = segments.flatMap(({ speaker, text }, segmentIndex) => {
    if (speaker !== 'customer') return []
    const question = questionBefore(segments, segmentIndex)
    return splitClauses(text, lexicon).map((quote): Clause => {
      const folded = fold(quote)
      const sense = readSense(folded)
      const polarity = polarityOf(folded, lexicon, sense)
      return { segmentIndex, quote, folded, question, polarity, sense }
    })
  })
  const named = clauses.flatMap((clause) => aspectFinding(clause, lexicon))
  const own = clauses.flatMap((clause) => ownFinding(clause, named, lexicon))
  const overall = clauses.flatMap((clause) => overallFinding(clause, [...named, ...own], lexicon))
  const findings = [...named, ...own, ...overall]
  const wishes = lexicon.wishes.filter(({ pattern }) =>
    clauses.some(({ folded }) => pattern.test(folded)),
  )
  const tags = [...findings.map(({ tag }) => tag), ...wishes.map(({ tag }) => tag)]
  return {
    positiveMentions: toMentions(findings.filter(({ isPraise }) => isPraise)),
    areasToImprove: toMentions(findings.filter(({ isPraise }) => !isPraise)),
    tags: [...new Set(tags.filter((tag) => tag !== null))],
  }
}

/** Of a clause that names something the rules know. */
function aspectFinding(clause: Clause, lexicon: Lexicon): Finding[] {
  const { folded, question } = clause
  const aspect = isRead(clause, lexicon) ? aspectOf(folded, lexicon) : null
  if (aspect === null) return []
  const polarity = leaningOf(clause, aspect)
  const isPraise = question === 'better' ? polarity >= clear && !isWish(folded) : polarity > 0
  if (question === 'other' && Math.abs(polarity) < clear) return []
  if (question === 'good' && polarity > -clear && polarity <= 0) {
    return aspect.whenGood === null
      ? []
      : [{ isPraise: true, text: aspect.whenGood, tag: aspect.tag, clause }]
  }
  const text = isPraise ? aspect.whenGood : aspect.whenBad
  return text === null ? [] : [{ isPraise, text, tag: aspect.tag, clause }]
}

/** An answer to what was good or what should be better that names nothing the rules know. */
function ownFinding(clause: Clause, named: readonly Finding[], lexicon: Lexicon): Finding[] {
  const { question, quote, segmentIndex } = clause
  if (question !== 'good' && question !== 'better') return []
  if (!isRead(clause, lexicon) || countWords(quote) < 2) return []
  if (Math.abs(clause.polarity) >= clear) return []
  if (named.some((finding) => finding.clause.segmentIndex === segmentIndex)) return []
  return [{ isPraise: question === 'good', text: `“${shorten(quote)}”`, tag: null, clause }]
}

/** Of a clause that praises or blames without naming anything, where nothing else was found. */
function overallFinding(clause: Clause, named: readonly Finding[], lexicon: Lexicon): Finding[] {
  const { polarity, folded } = clause
  if (!isRead(clause, lexicon) || Math.abs(polarity) < strong) return []
  if (aspectOf(folded, lexicon) !== null) return []
  const isPraise = polarity > 0
  if (named.some((finding) => finding.isPraise === isPraise)) return []
  return [{ isPraise, text: isPraise ? 'Happy overall' : 'Unhappy overall', tag: null, clause }]
}

function leaningOf(
  { polarity, folded, sense }: Clause,
  { leaning, pattern }: NonNullable<ReturnType<typeof aspectOf>>,
): number {
  if (leaning === undefined) return polarity
  const match = pattern.exec(folded)
  const isDenied = match !== null && sense.isNegated(match.index, match.index + match[0].length)
  // "No scratches this time" blames nobody; "not fixed" is a blame that holds its own "not".
  if (isDenied && !/\b(not|n't|never|no)\b|n't\b/.test(match[0])) return 0
  if (leaning === 'bad') return Math.min(polarity, -0.6)
  return Math.max(polarity, 0.6)
}

function toMentions(findings: readonly Finding[]): Mention[] {
  const byText = new Map<string, Finding>()
  for (const finding of findings) if (!byText.has(finding.text)) byText.set(finding.text, finding)
  return [...byText.values()].map(({ text, clause: { segmentIndex, quote } }) => ({
    text,
    evidence: { segmentIndex, quote },
  }))
}

/** Neither "nothing" nor a word on whether we may record or call back. */
const isRead = ({ folded, question }: Clause, { nothing }: Lexicon) =>
  !nothing.test(folded) && (question !== 'formal' || countWords(folded) > formalWords)
/** "A faster check-out", as an answer to what should be better. */
const isWish = (folded: string) => /\b(more|less|\w{3,}er|mas|menos|mejor)\b/.test(folded)
const countWords = (text: string) => (text.match(/\p{L}{2,}/gu) ?? []).length
const shorten = (quote: string) =>
  quote.length <= longestOwnWords ? quote : `${quote.slice(0, longestOwnWords - 1).trimEnd()}…`
