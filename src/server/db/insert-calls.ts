import type { Temporal } from 'temporal-polyfill'
import { uuidv7 } from 'uuidv7'
import type { DbTransaction } from './client.ts'
import { toIso } from './instants.ts'

export type NewCall = {
  serviceRecordId: string
  campaignId?: string | null
  phoneNumber: string
  customerName: string
  isDemo?: boolean
  dueAt: Temporal.Instant
  /** The earliest instant wished for, whatever the schedule says. */
  notBefore: Temporal.Instant
  expiresAt: Temporal.Instant
  notes?: string | null
  tags?: readonly string[]
}

/**
 * Inserts ready calls and answers their ids. The caller owes the feed their first events, in the
 * same transaction.
 */
export async function insertCalls(
  tx: DbTransaction,
  input: {
    organizationId: string
    calls: readonly NewCall[]
    /** The entry of the audit log that tells who brings them in; null where nobody does. */
    originEntryId: string | null
    now: Temporal.Instant
  },
): Promise<string[]> {
  const { organizationId, calls, originEntryId } = input
  if (calls.length === 0) return []
  const now = toIso(input.now)
  const rows = calls.map((call) => ({
    ...call,
    id: uuidv7(),
    dueAt: toIso(call.dueAt),
    notBefore: toIso(call.notBefore),
    expiresAt: toIso(call.expiresAt),
    isDemo: call.isDemo ?? false,
    tags: call.tags ?? [],
  }))
  await tx.$executeRaw`
    insert into "Call" (id, "organizationId", "serviceRecordId", "campaignId", "phoneNumber",
      "customerName", "isDemo", "dueAt", "notBefore", "scheduledTime", "expiresAt", notes, tags,
      "originEntryId", "createdAt", "updatedAt")
    select r.id, ${organizationId}::uuid, r."serviceRecordId", r."campaignId", r."phoneNumber",
      r."customerName", r."isDemo", r."dueAt", r."notBefore", r."dueAt", r."expiresAt",
      r.notes,
      array(select jsonb_array_elements_text(r.tags)), ${originEntryId}::uuid, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "serviceRecordId" uuid,
      "campaignId" uuid, "phoneNumber" text, "customerName" text, "isDemo" boolean, "dueAt" timestamptz,
      "notBefore" timestamptz, "expiresAt" timestamptz, notes text, tags jsonb)`
  return rows.map(({ id }) => id)
}
