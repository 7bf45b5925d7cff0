import type { CallColumns, DbTransaction } from '../db/client.ts'
import type { CallFeedback } from '../telephony/port.ts'
import type { LockedCall } from './change-call.ts'

/** The columns of a call that feedback fills; tags that people set stay. */
export async function feedbackColumns(
  tx: DbTransaction,
  call: LockedCall,
  feedback: CallFeedback,
): Promise<Pick<CallColumns, 'npsScore' | 'rating' | 'callReason' | 'feedbackSummary' | 'tags'>> {
  const row = await tx.call.findUniqueOrThrow({ where: { id: call.id }, select: { tags: true } })
  return {
    npsScore: feedback.npsScore,
    rating: feedback.rating,
    callReason: feedback.callReason,
    feedbackSummary: feedback.feedbackSummary,
    tags: [...new Set([...row.tags, ...feedback.tags])],
  }
}

/** Writes what the customer said onto the visit, and keeps transcript and recording. */
export async function writeFeedback(
  tx: DbTransaction,
  call: LockedCall,
  feedback: CallFeedback,
): Promise<void> {
  const { organizationId, id: callId } = call
  const { transcript, recording } = feedback
  await tx.serviceRecord.update({
    where: { organizationId_id: { organizationId, id: call.serviceRecordId } },
    data: {
      rating: feedback.rating,
      feedback: feedback.feedbackSummary,
      overallFeedback: feedback.overallFeedback,
      positiveMentions: feedback.positiveMentions,
      areasToImprove: feedback.areasToImprove,
    },
  })
  if (transcript !== null) {
    const { evidence, analysis } = feedback
    const said = { ...transcript, evidence, ...(analysis && { analysis }) }
    await tx.transcript.upsert({
      where: { organizationId_callId: { organizationId, callId } },
      create: { organizationId, callId, ...said },
      update: said,
    })
  }
  if (recording !== null) {
    await tx.audioFile.create({ data: { organizationId, callId, ...recording } })
  }
}

/** Takes off the visit what the customer said in a call that is gone. */
export async function emptyFeedback(
  tx: DbTransaction,
  call: Pick<LockedCall, 'organizationId' | 'serviceRecordId'>,
): Promise<void> {
  await tx.serviceRecord.update({
    where: {
      organizationId_id: { organizationId: call.organizationId, id: call.serviceRecordId },
    },
    data: {
      rating: null,
      feedback: null,
      overallFeedback: null,
      positiveMentions: [],
      areasToImprove: [],
    },
  })
}

/** Puts a number on the organization's do-not-call list; again is no error. */
export async function writeOptOut(tx: DbTransaction, call: LockedCall): Promise<void> {
  await tx.doNotCall.createMany({
    data: {
      organizationId: call.organizationId,
      phoneNumber: call.phoneNumber,
      reason: 'Asked for it during a call',
    },
    skipDuplicates: true,
  })
}
