import type { Call, TranscriptSegment } from '../../../../server/domain/call.schema.ts'
import type { CallStatus } from '../../../../server/domain/call-status.ts'
import type { StageAct, StageNews, StageScenario } from '../../../../server/domain/stage.schema.ts'
import { isUnderWay } from '../is-under-way.ts'

/** What is seen while a call stands at one status. */
export type Scene = {
  /** After this the call is told to go on; null where somebody's answer is waited for. */
  lastsMs: number | null
  next: StageNews
}

const DIAL_MS = 1500
const RING_MS = 6000
/** As long as an audience bears to wait for nobody. */
const LONG_RING_MS = 9000

/** What the present attempt is to be; before the first one, what that will be. */
export const actAt = ({ acts }: StageScenario, attemptCount: number): StageAct | null =>
  acts[Math.max(1, Math.min(attemptCount, acts.length)) - 1] ?? null

/**
 * Whether a line was taken back for want of anybody on the stage: the scenario goes another way. A
 * guest who stays silent ends a call in the same way, and is not told that nobody was there.
 */
export function wasGivenBack(
  { status, outcome, attemptCount }: Pick<Call, 'status' | 'outcome' | 'attemptCount'>,
  scenario: StageScenario,
): boolean {
  if (status !== 'missed' || outcome !== 'no_answer' || scenario.kind === 'live') return false
  return actAt(scenario, attemptCount)?.outcome !== 'no_answer'
}

/** Whether a call was started, as far as it shows. */
export const isOnItsWay = (call: Pick<Call, 'status' | 'dueAt'>) =>
  isUnderWay(call) || call.status === 'completed'

/** The scene that a status stands for; null where nothing goes on. */
export function sceneAt(
  status: CallStatus,
  scenario: StageScenario,
  attemptCount: number,
): Scene | null {
  const conversation = actAt(scenario, attemptCount)?.conversation ?? null
  const isGuest = scenario.kind === 'live'
  switch (status) {
    case 'placing':
      return { lastsMs: DIAL_MS, next: 'ringing' }
    case 'ringing':
      return isGuest || conversation
        ? { lastsMs: RING_MS, next: 'answered' }
        : { lastsMs: LONG_RING_MS, next: 'ended' }
    case 'in_progress':
      return { lastsMs: isGuest ? null : (conversation?.durationMs ?? 0), next: 'ended' }
    default:
      return null
  }
}

/**
 * Where a step leads within a conversation: while it plays to the beginning of the next sentence,
 * else to the end of the one that is not whole yet. Null where nothing is left to be said.
 */
export function nextStop(
  segments: readonly TranscriptSegment[],
  positionMs: number,
  isPlaying: boolean,
): number | null {
  const next = segments.find(({ startMs, endMs }) => (isPlaying ? startMs : endMs) > positionMs)
  return next === undefined ? null : isPlaying ? next.startMs : next.endMs
}

/** How many words of a sentence have been said; longer words take longer. */
export function wordsSaid(
  { text, startMs, endMs }: Pick<TranscriptSegment, 'text' | 'startMs' | 'endMs'>,
  positionMs: number,
): number {
  const words = text.split(' ')
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  const share = (positionMs - startMs) / Math.max(1, endMs - startMs)
  let before = 0
  let said = 0
  for (const word of words) {
    if (before / Math.max(1, letters) > share || share < 0) break
    said += 1
    before += word.length
  }
  return said
}
