import type { DbTransaction } from './client.ts'

/**
 * Gives a call that is to wait for an attempt again the number and name that its visit has by now,
 * which may have been corrected since it was placed, and takes visits of other numbers out of it:
 * these are free to be called then. The call must be locked, and the caller gives it its next version.
 */
export async function followVisit(
  tx: DbTransaction,
  { organizationId, id }: { organizationId: string; id: string },
): Promise<void> {
  // One that is being taken out by somebody else is passed over: waiting for it under the call's lock
  // would be the other way round than there.
  await tx.$executeRaw`
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
    )
    update "Call" c set "phoneNumber" = s."customerPhone", "customerName" = s."customerName"
    from "ServiceRecord" s
    where c."organizationId" = ${organizationId}::uuid and c.id = ${id}::uuid
      and s."organizationId" = c."organizationId" and s.id = c."serviceRecordId"
      and (c."phoneNumber", c."customerName") is distinct from (s."customerPhone", s."customerName")`
}
