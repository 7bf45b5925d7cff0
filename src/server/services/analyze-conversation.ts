import type { HeardConversation } from '../analysis/port.ts'
import type { Deps } from '../deps.ts'
import { evidenceOf } from '../domain/evidence.ts'
import type { CallFeedback } from '../telephony/port.ts'

export type AnsweredConversation = HeardConversation & {
  /** Null where nobody asked, or nobody answered. */
  wantsCallBack: boolean | null
  recording: CallFeedback['recording']
}

/** Longer than any reading takes. */
const deadlineMs = 60_000

/**
 * The feedback of a conversation: what was answered, what was said, and which words each finding
 * rests on. It may take seconds, so no transaction waits for it. It never fails: where the words
 * cannot be read, score and transcript are kept, and a note says so.
 */
export async function analyzeConversation(
  { analysis, log }: Pick<Deps, 'analysis' | 'log'>,
  conversation: AnsweredConversation,
): Promise<CallFeedback> {
  const { language, npsScore, recording } = conversation
  const segments = [...conversation.segments]
  const kept: CallFeedback = {
    npsScore,
    rating: null,
    callReason: null,
    feedbackSummary: null,
    overallFeedback: null,
    positiveMentions: [],
    areasToImprove: [],
    tags: tagsOfAnswers(conversation),
    transcript: segments.length === 0 ? null : { language, segments },
    evidence: [],
    analysis: null,
    recording,
  }
  if (segments.length === 0) return kept
  try {
    const signal = AbortSignal.timeout(deadlineMs)
    const { by, isUncertain, note, ...found } = await analysis.analyze(
      { language, segments, npsScore },
      signal,
    )
    return {
      ...kept,
      callReason: found.callReason,
      feedbackSummary: found.feedbackSummary,
      overallFeedback: found.overallFeedback,
      positiveMentions: found.positiveMentions.map(({ text }) => text),
      areasToImprove: found.areasToImprove.map(({ text }) => text),
      tags: [...new Set([...found.tags, ...kept.tags])],
      evidence: evidenceOf({ language, segments, npsScore, ...found }),
      analysis: { by, isUncertain, note },
    }
  } catch (err) {
    log.error({ err, analysis: analysis.name }, 'a conversation could not be read')
    const note = 'This conversation could not be read. Score and transcript are as they were given.'
    const noFindings = { positiveMentions: [], areasToImprove: [], summaryEvidence: [] }
    return {
      ...kept,
      evidence: evidenceOf({ language, segments, npsScore, ...noFindings }),
      analysis: { by: analysis.name, isUncertain: true, note },
    }
  }
}

const tagsOfAnswers = ({ wantsCallBack }: AnsweredConversation) =>
  wantsCallBack ? ['callback'] : []
