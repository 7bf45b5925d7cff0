import type { Evidence } from '../../domain/evidence.schema.ts'
import { evidenceOf } from '../../domain/evidence.ts'
import type { CallFeedback } from '../port.ts'
import { type Conversation, type Mention, mentionTexts } from './conversation.ts'

/** What a played conversation brings; its recording is one of those that ship with the product. */
export function feedbackOf(conversation: Conversation): CallFeedback {
  return {
    npsScore: conversation.npsScore,
    rating: conversation.rating,
    callReason: conversation.callReason,
    feedbackSummary: conversation.feedbackSummary,
    overallFeedback: conversation.overallFeedback,
    positiveMentions: mentionTexts(conversation.positiveMentions),
    areasToImprove: mentionTexts(conversation.areasToImprove),
    tags: [...conversation.tags],
    transcript: { language: conversation.language, segments: conversation.segments },
    evidence: evidenceOfConversation(conversation),
    analysis: null,
    recording: {
      storageKey: `bundled/${conversation.audioFile}`,
      mediaType: 'audio/mpeg',
      durationMs: conversation.durationMs,
    },
  }
}

function evidenceOfConversation(conversation: Conversation): Evidence[] {
  const [positiveMentions, areasToImprove] = [
    conversation.positiveMentions.map(withEvidence),
    conversation.areasToImprove.map(withEvidence),
  ]
  const summaryEvidence = [...positiveMentions, ...areasToImprove].map(({ evidence }) => evidence)
  return evidenceOf({ ...conversation, positiveMentions, areasToImprove, summaryEvidence })
}

function withEvidence({ text, segment, quote }: Mention) {
  return { text, evidence: { segmentIndex: segment, quote } }
}
