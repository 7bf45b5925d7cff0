import type { StageScenario } from '../domain/stage.schema.ts'
import { conversationById } from '../telephony/simulator/call-plan.ts'
import { type StagedAttempt, stagedScenarios } from '../telephony/simulator/stage-scenarios.ts'

/** All that can be shown on the stage, with the words and the sound of what is played. */
export const readStageScenarios = (): StageScenario[] =>
  stagedScenarios.map(({ acts, ...scenario }) => ({ ...scenario, acts: acts.map(toAct) }))

function toAct({ outcome, conversationId }: StagedAttempt): StageScenario['acts'][number] {
  const played = conversationById(conversationId)
  if (played === undefined) return { outcome, conversation: null }
  const { id, durationMs, segments } = played
  return { outcome, conversation: { durationMs, segments, audioUrl: `/recordings/${id}` } }
}
