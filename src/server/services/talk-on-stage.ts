import { readConversation } from '../db/read-conversation.ts'
import type { Deps } from '../deps.ts'
import type { Heard } from '../domain/conversation.schema.ts'
import { languageOffers } from '../domain/conversation-questions.ts'
import { DomainError } from '../domain/errors.ts'
import type { StageTurn } from '../domain/stage.schema.ts'
import { findStagedCall, type StageTarget } from './find-staged-call.ts'
import { beginAttemptConversation, continueAttemptConversation } from './hold-conversation.ts'

/**
 * Leads a live call on the stage by one turn, through the very conversation of real calls. Without
 * an answer it begins, or tells the present turn again. Throws `conflict` where nobody is on the line.
 */
export async function talkOnStage(
  deps: Pick<Deps, 'db' | 'systemDb' | 'clock' | 'feed'>,
  target: StageTarget & { answer: { turn: number; heard: Heard } | null },
): Promise<StageTurn> {
  const { status, scenario, placementKey } = await findStagedCall(deps, target)
  if (scenario.kind !== 'live' || status !== 'in_progress') {
    throw new DomainError('conflict', 'Nobody is on this line to talk to.')
  }
  const { answer } = target
  const spoken =
    answer === null
      ? await beginAttemptConversation(deps, { placementKey, answeredBy: 'human' })
      : await continueAttemptConversation(deps, {
          placementKey,
          number: answer.turn,
          heard: answer.heard,
        })
  const held = (await readConversation(deps.systemDb, placementKey))?.conversation
  if (spoken === null || held?.phase !== 'talking') {
    throw new DomainError('conflict', 'This conversation is over.')
  }
  const { step, language, segments, npsScore } = held.state
  const offers = step === 'consent' ? [...languageOffers(held.state)] : []
  return {
    turn: spoken.number,
    step,
    language,
    say: spoken.turn.say,
    segments,
    npsScore,
    otherLanguages: offers.map(([key, language]) => ({ key, language })),
  }
}
