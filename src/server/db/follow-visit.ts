import type { DbTransaction } from './client.ts'
import type { UncoveredVisit } from './cover-visits.ts'
import { toInstant } from './instants.ts'

/** A visit that left the call; when it is called is the caller's to say. */
export type Stranger = Omit<UncoveredVisit, 'restsUntil' | 'keptUntil'>

type OneCall = { organizationId: string; id: string }

/**
 * Gives a call that is to wait for an attempt again the number and name that its visit has by now,
 * which may have been corrected since it was placed. The call must be locked, and the caller gives it
 * its next version.
 */
export async function followVisit(
  tx: DbTransaction,
  { organizationId, id }: OneCall,
): Promise<void> {
  await tx.$executeRaw`
    update "Call" c set "phoneNumber" = s."customerPhone", "customerName" = s."customerName"
    from "ServiceRecord" s
    where c."organizationId" = ${organizationId}::uuid and c.id = ${id}::uuid
      and s."organizationId" = c."organizationId" and s.id = c."serviceRecordId"
      and (c."phoneNumber", c."customerName") is distinct from (s."customerPhone", s."customerName")`
}

/**
 * Takes visits of other numbers than its own visit has by now out of such a call, and answers them:
 * they are free to be called.
 */
export async function releaseStrangers(
  tx: DbTransaction,
  { organizationId, id }: OneCall,
): Promise<Stranger[]> {
  // One that is being taken out by somebody else is passed over: waiting for it under the call's lock
  // would be the other way round than there.
  const rows = await tx.$queryRaw<(Omit<Stranger, 'completedAt'> & { completedAt: Date | null })[]>`
    with strangers as (
      delete from "CoveredVisit"
      where ("organizationId", "callId", "serviceRecordId") in (
        select v."organizationId", v."callId", v."serviceRecordId"
        from "CoveredVisit" v
        join "Call" c on c."organizationId" = v."organizationId" and c.id = v."callId"
        join "ServiceRecord" own
          on own."organizationId" = c."organizationId" and own.id = c."serviceRecordId"
        join "ServiceRecord" other
          on other."organizationId" = v."organizationId" and other.id = v."serviceRecordId"
        where v."organizationId" = ${organizationId}::uuid and v."callId" = ${id}::uuid
          and other."customerPhone" <> own."customerPhone"
        for update of v skip locked)
      returning "serviceRecordId"
    )
    select s.id, s."customerName", s."customerPhone", s."customerTimeZone", s."completedAt"
    from "ServiceRecord" s
    where s."organizationId" = ${organizationId}::uuid
      and s.id in (select "serviceRecordId" from strangers)`
  return rows.map((row) => ({ ...row, completedAt: toInstant(row.completedAt) }))
}
