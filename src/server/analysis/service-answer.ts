import { z } from 'zod'
import { findSaid, type Mention } from '../domain/evidence.ts'
import { feedbackTags } from '../domain/feedback-tags.ts'
import type { AnalyzedFeedback, HeardConversation } from './port.ts'

const quoted = { segment: z.int(), quote: z.string().max(2000) }
const findingSchema = z.strictObject({ text: z.string().min(1).max(80), ...quoted })

/** What the service is asked to answer. */
export const serviceAnswerSchema = z.strictObject({
  summary: z.string().min(1).max(600),
  summaryQuotes: z.array(z.strictObject(quoted)).max(10),
  ownWords: z.strictObject(quoted).nullable(),
  praise: z.array(findingSchema).max(10),
  complaints: z.array(findingSchema).max(10),
  tags: z.array(z.enum(feedbackTags)).max(feedbackTags.length),
  isUncertain: z.boolean(),
})
export type ServiceAnswer = z.infer<typeof serviceAnswerSchema>

/** Findings were given, and the customer said the words of none. */
export class InventedAnswer extends Error {
  override readonly name = 'InventedAnswer'
}

/** The feedback of a service's answer. Words that nobody said support nothing, and a note says so. */
export function toFeedback(
  answer: ServiceAnswer,
  { segments }: HeardConversation,
  by: string,
): AnalyzedFeedback {
  const locate = (words: { segment: number; quote: string }) =>
    findSaid(segments, { segmentIndex: words.segment, quote: words.quote })
  const toMention = (finding: ServiceAnswer['praise'][number]): Mention => ({
    text: finding.text,
    evidence: locate(finding),
  })
  const positiveMentions = answer.praise.map(toMention)
  const areasToImprove = answer.complaints.map(toMention)
  const mentions = [...positiveMentions, ...areasToImprove]
  const unsupported = mentions.filter(({ evidence }) => evidence === null)
  if (mentions.length > 0 && unsupported.length === mentions.length) {
    throw new InventedAnswer('Nobody said the words of any finding.')
  }
  return {
    by,
    feedbackSummary: answer.summary,
    summaryEvidence: answer.summaryQuotes.flatMap((words) => locate(words) ?? []),
    overallFeedback: (answer.ownWords && locate(answer.ownWords)?.quote) ?? null,
    callReason: 'Feedback after the service visit',
    positiveMentions,
    areasToImprove,
    tags: [...new Set(answer.tags)],
    isUncertain: answer.isUncertain || unsupported.length > 0,
    note: noteOn(answer, unsupported.length),
  }
}

function noteOn({ isUncertain }: ServiceAnswer, unsupported: number): string | null {
  if (unsupported > 0) return 'For some findings no words were found in the call: listen first.'
  return isUncertain ? 'The words allow another reading: listen before you act on them.' : null
}
