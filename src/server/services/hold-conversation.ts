import type { DbTransaction } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { readConversation, readScriptFacts, storeTurn } from '../db/read-conversation.ts'
import type { Deps } from '../deps.ts'
import { systemActor } from '../domain/actor.ts'
import { vehicleInfoSchema } from '../domain/call.schema.ts'
import type { Heard, Turn } from '../domain/conversation.schema.ts'
import { answersOf, beginConversation, continueConversation } from '../domain/conversation.ts'
import { conversationFactsOf } from '../domain/conversation-facts.ts'
import type { ConversationLanguage } from '../domain/conversation-language.ts'
import { holdTurn, type TalkingConversation } from '../domain/held-conversation.ts'
import { readOptOut } from '../domain/understand-speech.ts'
import { leaseAfter } from './attempt-lease.ts'
import { listNumber } from './change-do-not-call.ts'
import { loadCallScript } from './load-call-script.ts'

/** A provider names no organization: `systemDb` finds it. */
type ConversationDeps = Pick<Deps, 'db' | 'systemDb' | 'clock' | 'feed'>

/** The turn to be said, and its number, by which the answer to it is told from others. */
export type SpokenTurn = Pick<TalkingConversation, 'turn' | 'startsRecording'> & {
  number: number
  language: ConversationLanguage
}

/** Begins the conversation of an attempt that was answered; asked again it says the same. */
export async function beginAttemptConversation(
  deps: ConversationDeps,
  { placementKey, answeredBy }: { placementKey: string; answeredBy: 'human' | 'machine' },
): Promise<SpokenTurn | null> {
  const attempt = await readConversation(deps.systemDb, placementKey)
  if (attempt === null) return null
  if (attempt.conversationTurn > 0) return presentTurn(deps, placementKey)
  const { organizationId, callId } = attempt
  await inOrganization(deps.db, organizationId, async (tx) => {
    const call = await readScriptFacts(tx, { organizationId, callId })
    const { script } = await loadCallScript(tx, { organizationId, campaignId: call.campaignId })
    const { customerName, serviceRecord } = call
    const facts = conversationFactsOf(
      {
        customerName,
        vehicleInfo: { ...noVehicle, ...knownVehicle.parse(serviceRecord.vehicleInfo) },
        serviceAdvisorName: serviceRecord.serviceAdvisor?.name ?? null,
      },
      call.organization.name,
    )
    const turn = beginConversation(script, facts, { language: null, answeredBy })
    const beganAtMs = deps.clock.now().epochMilliseconds
    const conversation = holdTurn(turn, { beganAtMs, wasRecording: false })
    await storeTurn(tx, { placementKey, turn: 0, conversation, ...leaseOf(deps) })
  })
  return presentTurn(deps, placementKey)
}

/**
 * Goes on with what was heard after turn `number`. Only the first answer to a turn counts: one that
 * is repeated, or comes after the end, changes nothing and is told the present turn. Who asks for no
 * more calls is on the do-not-call list when this returns, however late it is heard.
 */
export async function continueAttemptConversation(
  deps: ConversationDeps,
  { placementKey, number, heard }: { placementKey: string; number: number; heard: Heard },
): Promise<SpokenTurn | null> {
  const attempt = await readConversation(deps.systemDb, placementKey)
  if (attempt === null) return null
  const { organizationId, conversation: held } = attempt
  if (held?.phase !== 'talking' || attempt.conversationTurn !== number) {
    if (isLateOptOut(heard)) {
      const canceled = await inOrganization(deps.db, organizationId, (tx) =>
        listNumberOf(tx, deps, attempt),
      )
      if (canceled > 0) deps.feed.announce(organizationId)
    }
    return presentTurn(deps, placementKey)
  }
  const atMs = Math.max(0, Math.round(deps.clock.now().epochMilliseconds - held.beganAtMs))
  const turn = continueConversation(held.state, { ...heard, atMs })
  const conversation = holdTurn(turn, {
    beganAtMs: held.beganAtMs,
    wasRecording: held.turn.record === true,
  })
  const canceled = await inOrganization(deps.db, organizationId, async (tx) => {
    const canceledCalls = optsOut(held, turn) ? await listNumberOf(tx, deps, attempt) : 0
    await storeTurn(tx, { placementKey, turn: number, conversation, ...leaseOf(deps) })
    return canceledCalls
  })
  if (canceled > 0) deps.feed.announce(organizationId)
  return presentTurn(deps, placementKey)
}

/** A visit that was written by hand may lack parts. */
const knownVehicle = vehicleInfoSchema.partial().catch({})
const noVehicle = { make: null, model: null }

const optsOut = (held: TalkingConversation, turn: Turn) =>
  answersOf(turn.state).outcome === 'opted_out' && answersOf(held.state).outcome !== 'opted_out'

/** To which question it was the answer is not known any more: in doubt it is an opt-out. */
const isLateOptOut = (heard: Heard) =>
  (heard.type === 'keys' && heard.keys.includes('*')) ||
  (heard.type === 'speech' && readOptOut(heard.text) !== null)

async function listNumberOf(
  tx: DbTransaction,
  { clock }: ConversationDeps,
  { organizationId, callId }: { organizationId: string; callId: string },
): Promise<number> {
  const { phoneNumber, isDemo } = await readScriptFacts(tx, { organizationId, callId })
  // Whoever played the customer did not speak for the owner of the number.
  if (isDemo) return 0
  const { canceledCalls } = await listNumber(tx, clock, {
    organizationId,
    phoneNumber,
    reason: 'Asked for it during a call',
    actor: systemActor,
  })
  return canceledCalls
}

/** Whoever talks is on the line. */
const leaseOf = ({ clock }: ConversationDeps) => ({ leaseExpiresAt: leaseAfter(clock.now()) })

async function presentTurn(
  deps: ConversationDeps,
  placementKey: string,
): Promise<SpokenTurn | null> {
  const attempt = await readConversation(deps.systemDb, placementKey)
  if (attempt?.conversation?.phase !== 'talking') return null
  const { turn, startsRecording, state } = attempt.conversation
  return { turn, startsRecording, number: attempt.conversationTurn, language: state.language }
}
