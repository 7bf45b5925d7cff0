import type { Temporal } from 'temporal-polyfill'
import { type CallStatus, liveStatuses } from '../domain/call-status.ts'
import { heldConversationSchema } from '../domain/held-conversation.ts'
import type { Db, DbSession } from './client.ts'
import { toDate } from './instants.ts'

/**
 * An attempt with what was said during it so far; null where there is no such attempt. What an
 * earlier version kept in another shape is `isUnreadable`, and reads as if nothing had been said.
 */
export async function readConversation(session: DbSession | Db, placementKey: string) {
  const row = await session.callAttempt.findUnique({
    where: { placementKey },
    select: {
      organizationId: true,
      callId: true,
      provider: true,
      providerCallId: true,
      status: true,
      receipts: true,
      conversation: true,
      conversationTurn: true,
    },
  })
  if (row === null) return null
  const held = heldConversationSchema.nullable().safeParse(row.conversation)
  return { ...row, conversation: held.data ?? null, isUnreadable: !held.success }
}

/** What the script may say of a call's visit. */
export async function readScriptFacts(
  session: DbSession,
  { organizationId, callId }: { organizationId: string; callId: string },
) {
  return session.call.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: callId } },
    select: {
      campaignId: true,
      phoneNumber: true,
      customerName: true,
      isDemo: true,
      organization: { select: { name: true } },
      serviceRecord: {
        select: { vehicleInfo: true, serviceAdvisor: { select: { name: true } } },
      },
    },
  })
}

/** One that was given up may have gone on talking. */
const talkingStatuses: readonly CallStatus[] = [...liveStatuses, 'unknown']

/**
 * Stores the next turn, and that the line was heard of, if the conversation still stands at `turn`
 * and the attempt may still be on the line; false when not. Asked in the very statement that
 * writes, as the end of the call may come at any instant and has closed the conversation then.
 */
export async function storeTurn(
  session: DbSession,
  next: {
    placementKey: string
    turn: number
    conversation: object
    leaseExpiresAt: Temporal.Instant
  },
): Promise<boolean> {
  const { placementKey, turn, conversation, leaseExpiresAt } = next
  const { count } = await session.callAttempt.updateMany({
    where: { placementKey, conversationTurn: turn, status: { in: [...talkingStatuses] } },
    data: {
      conversation,
      conversationTurn: turn + 1,
      leaseExpiresAt: toDate(leaseExpiresAt),
    },
  })
  return count > 0
}
