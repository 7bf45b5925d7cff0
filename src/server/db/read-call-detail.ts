import { z } from 'zod'
import {
  attemptNewsSchema,
  type CallAttempt,
  type CallDetail,
  callAttemptSchema,
  gateResultSchema,
  transcriptSegmentSchema,
} from '../domain/call.schema.ts'
import { analysisNoteSchema, evidenceSchema } from '../domain/evidence.schema.ts'
import { readCalls } from './call-row.ts'
import type { DbTransaction } from './client.ts'

/** A call with its attempts, transcript and recording, null if there is none; zones are no rows. */
export async function readCallDetail(
  tx: DbTransaction,
  target: { organizationId: string; callId: string },
): Promise<Omit<CallDetail, 'customerZones'> | null> {
  const { organizationId, callId } = target
  const [call] = await readCalls(tx, organizationId, [callId])
  if (call === undefined) return null
  const where = { organizationId, callId }
  const transcript = await tx.transcript.findFirst({ where })
  const audio = await tx.audioFile.findFirst({ where, orderBy: { id: 'desc' } })
  const attempts = await tx.callAttempt.findMany({ where, orderBy: { number: 'asc' } })
  return {
    ...call,
    transcript: transcript && {
      language: transcript.language,
      segments: z.array(transcriptSegmentSchema).catch([]).parse(transcript.segments),
      evidence: z.array(evidenceSchema).nullable().catch(null).parse(transcript.evidence),
      analysis: analysisNoteSchema.nullable().catch(null).parse(transcript.analysis),
    },
    audioDurationMs: audio?.durationMs ?? null,
    attempts: attempts.map(toAttempt),
  }
}

type AttemptRow = Awaited<ReturnType<DbTransaction['callAttempt']['findFirstOrThrow']>>

const iso = (date: Date | null) => date?.toISOString() ?? null

function toAttempt(row: AttemptRow): CallAttempt {
  return {
    id: row.id,
    number: row.number,
    provider: row.provider,
    providerCallId: row.providerCallId,
    status: callAttemptSchema.shape.status.parse(row.status),
    outcome: callAttemptSchema.shape.outcome.parse(row.outcome),
    requestedAt: row.requestedAt.toISOString(),
    acceptedAt: iso(row.acceptedAt),
    ringingAt: iso(row.ringingAt),
    answeredAt: iso(row.answeredAt),
    endedAt: iso(row.endedAt),
    scheduleConfigVersion: row.scheduleConfigVersion,
    campaignConfigVersion: row.campaignConfigVersion,
    gates: z.array(gateResultSchema).catch([]).parse(row.gates),
    history: z.array(attemptNewsSchema).catch([]).parse(row.history),
    errorMessage: row.errorMessage,
  }
}
