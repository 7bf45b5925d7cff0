import type { CallFeedback } from '../port.ts'
import { type Conversation, mentionTexts } from './conversation.ts'

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
    recording: {
      storageKey: `bundled/${conversation.audioFile}`,
      mediaType: 'audio/mpeg',
      durationMs: conversation.durationMs,
    },
  }
}
