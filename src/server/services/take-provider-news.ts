import { readConversation } from '../db/read-conversation.ts'
import type { Deps } from '../deps.ts'
import { wordless } from '../domain/auto-pause.ts'
import { type CallOutcome, type CallStatus, isLive } from '../domain/call-status.ts'
import type { ConversationAnswers } from '../domain/conversation.schema.ts'
import { closeConversation } from '../domain/held-conversation.ts'
import type { ProviderEvent } from '../telephony/port.ts'
import { analyzeConversation } from './analyze-conversation.ts'
import { applyAttemptNews, type NewsResult } from './apply-attempt-news.ts'
import type { NewsOfAttempt } from './attempt-news.ts'

type NewsDeps = Pick<Deps, 'db' | 'clock' | 'feed' | 'zonesOfPhone' | 'analysis' | 'log'>

/**
 * Applies what a provider told. The end of a call that we led ourselves is told without what was
 * said: that is read from the attempt and analysed first, as it may take seconds. What asks the
 * database waits for its turn; the analysis holds up nobody else's.
 */
export async function takeProviderNews(
  deps: NewsDeps,
  event: ProviderEvent,
  inTurn: InTurn = (run) => run(),
): Promise<NewsResult> {
  const told = await withAnswers(deps, event, inTurn)
  return inTurn(() => applyAttemptNews(deps, told))
}

type InTurn = <Value>(run: () => Promise<Value>) => Promise<Value>

async function withAnswers(
  deps: NewsDeps,
  event: ProviderEvent,
  inTurn: InTurn,
): Promise<NewsOfAttempt> {
  if (event.type !== 'ended' || event.feedback !== null) return event
  if (!perhapsTalked.has(event.outcome)) return event
  const attempt = await inTurn(() => readConversation(deps.db, event.placementKey))
  if (attempt?.isUnreadable) {
    const { placementKey } = event
    deps.log.error({ placementKey }, 'what was said cannot be read: the call ends without it')
  }
  if (event.isLedByUs && attempt?.conversationTurn === 0) {
    // Nobody was reached: either they hung up at once, or our words were never asked for.
    const outcome = event.outcome === 'answered' ? 'rejected' : event.outcome
    return { ...event, outcome, talkSec: null, errorMessage: wordless }
  }
  const held = attempt?.conversation
  const status = attempt?.status as CallStatus
  // One that was given up may have gone on talking.
  if (held?.phase !== 'talking' || (!isLive(status) && status !== 'unknown')) return event
  const answers = closeConversation(held, event.at.epochMilliseconds)
  const hasSpoken = answers.outcome === 'answered' || answers.outcome === 'opted_out'
  if (event.outcome === 'no_answer' && !hasSpoken) return event
  return {
    ...event,
    outcome: answers.outcome,
    talkSec: hasSpoken ? (event.talkSec ?? secondsOf(answers)) : null,
    feedback: hasSpoken ? await readAnswers(deps, answers) : null,
  }
}

/** A line that was left alone ends unanswered for its provider, whoever had been heard on it. */
const perhapsTalked: ReadonlySet<CallOutcome> = new Set(['answered', 'voicemail', 'no_answer'])

/** Until the last word. */
const secondsOf = ({ segments }: ConversationAnswers) =>
  Math.round((segments.at(-1)?.endMs ?? 0) / 1000)

function readAnswers(deps: NewsDeps, answers: ConversationAnswers) {
  const { language, npsScore, wantsCallBack } = answers
  const segments = toRecordingTime(answers)
  return analyzeConversation(deps, {
    language,
    npsScore,
    wantsCallBack,
    segments,
    recording: null,
  })
}

/** Where there is a recording, times count from its beginning; what was said before stands at 0. */
function toRecordingTime({ segments, consentToRecording, recordedFromMs }: ConversationAnswers) {
  if (consentToRecording !== true || recordedFromMs === null) return segments
  const shifted = (ms: number) => Math.max(0, ms - recordedFromMs)
  return segments.map((segment) => ({
    ...segment,
    startMs: shifted(segment.startMs),
    endMs: shifted(segment.endMs),
  }))
}
