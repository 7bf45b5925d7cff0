import { readCalls } from '../db/call-row.ts'
import { inOrganization } from '../db/in-organization.ts'
import type { Deps } from '../deps.ts'
import type { Call } from '../domain/call.schema.ts'
import { isLive } from '../domain/call-status.ts'
import { DomainError } from '../domain/errors.ts'
import type { StageNews } from '../domain/stage.schema.ts'
import type { ProviderEvent } from '../telephony/port.ts'
import { conversationById } from '../telephony/simulator/call-plan.ts'
import { feedbackOf } from '../telephony/simulator/conversation-feedback.ts'
import { noSuchCall } from './change-call.ts'
import { findStagedCall, type StageTarget } from './find-staged-call.ts'
import { takeProviderNews } from './take-provider-news.ts'

type AdvanceDeps = Pick<
  Deps,
  'db' | 'systemDb' | 'clock' | 'feed' | 'zonesOfPhone' | 'analysis' | 'log'
>

/**
 * Tells a staged call what happens next, as its provider would. It is taken in like any provider's
 * news, so a repetition, or news that comes too late, changes nothing. Answers how the call stands.
 */
export async function advanceStagedCall(
  deps: AdvanceDeps,
  target: StageTarget & { to: StageNews },
): Promise<Call> {
  const { organizationId, callId, to } = target
  const staged = await findStagedCall(deps, target)
  if (isLive(staged.status)) {
    await takeProviderNews({ ...deps, db: deps.systemDb }, newsOf(deps, staged, to))
  }
  const [call] = await inOrganization(deps.db, organizationId, (tx) =>
    readCalls(tx, organizationId, [callId]),
  )
  if (call === undefined) throw noSuchCall()
  return call
}

function newsOf(
  { clock }: Pick<Deps, 'clock'>,
  staged: Awaited<ReturnType<typeof findStagedCall>>,
  to: StageNews,
): ProviderEvent {
  const { scenario, act, placementKey, providerCallId, answeredAt } = staged
  const at = clock.now()
  const news = { placementKey, providerCallId, at, source: 'callback' as const }
  const conversation = conversationById(act.conversationId)
  const isTalk = scenario.kind === 'live' || conversation !== undefined
  if (to !== 'ended') {
    if (to === 'answered' && !isTalk) throw new DomainError('conflict', 'Nobody answers this time.')
    return { ...news, type: to }
  }
  if (isTalk && answeredAt === null) {
    return { ...news, type: 'ended', outcome: 'no_answer', talkSec: null, feedback: null }
  }
  const livedMs = answeredAt === null ? null : at.epochMilliseconds - answeredAt.getTime()
  const talkMs = conversation?.durationMs ?? livedMs
  return {
    ...news,
    type: 'ended',
    outcome: act.outcome,
    talkSec: talkMs === null ? null : Math.round(talkMs / 1000),
    // What a guest answered is read from the conversation that was led.
    feedback: conversation ? feedbackOf(conversation) : null,
  }
}
