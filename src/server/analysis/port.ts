import type { TranscriptSegment } from '../domain/call.schema.ts'
import type { QuotedWords } from '../domain/evidence.schema.ts'
import type { Mention } from '../domain/evidence.ts'
import type { FeedbackTag } from '../domain/feedback-tags.ts'

/** What was said in a call, and the score where the customer gave one. */
export type HeardConversation = {
  /** As BCP 47, like `en` or `es-MX`. */
  language: string
  segments: readonly TranscriptSegment[]
  npsScore: number | null
}

/**
 * What a conversation says of the visit. Findings are English in every language, so that they add
 * up; `overallFeedback` keeps the customer's own words.
 */
export type AnalyzedFeedback = {
  /** Who read it, as people may see it. */
  by: string
  feedbackSummary: string | null
  /** The words that the summary rests on. */
  summaryEvidence: QuotedWords[]
  overallFeedback: string | null
  callReason: string | null
  positiveMentions: Mention[]
  areasToImprove: Mention[]
  tags: FeedbackTag[]
  /** The words allow another reading, or the language is not known well enough. */
  isUncertain: boolean
  /** What a reader should know, in words; null where nothing is to be said. */
  note: string | null
}

/** Reads conversations. */
export type Analysis = {
  readonly name: string
  /** Every quote of the answer stands in the conversation, letter for letter. */
  analyze(conversation: HeardConversation, signal: AbortSignal): Promise<AnalyzedFeedback>
}
