import type { DbTransaction } from './client.ts'

/**
 * Keeps what a locked call is, ahead of the change that makes its next version. One that was closed
 * in favour of another call speaks for its visit again once it is changed, which nothing takes back.
 */
export async function keepForUndo(
  tx: DbTransaction,
  call: { organizationId: string; id: string },
): Promise<void> {
  const { organizationId, id } = call
  await tx.$executeRaw`
    insert into "CallUndo" ("organizationId", "callId", version, status, outcome, "dueAt",
      "notBefore", "expiresAt", "heldReason", "isAllowedOutsideWindows", "scheduledTime", tags)
    select "organizationId", id, version + 1, status, outcome, "dueAt", "notBefore", "expiresAt",
      "heldReason", "isAllowedOutsideWindows", "scheduledTime", tags
    from "Call" c where "organizationId" = ${organizationId}::uuid and id = ${id}::uuid
      and not exists (select from "CoveredVisit" v
        where v."organizationId" = c."organizationId" and v."settledCallId" = c.id)
    on conflict ("organizationId", "callId") do update set version = excluded.version,
      status = excluded.status, outcome = excluded.outcome, "dueAt" = excluded."dueAt",
      "notBefore" = excluded."notBefore", "expiresAt" = excluded."expiresAt",
      "heldReason" = excluded."heldReason",
      "isAllowedOutsideWindows" = excluded."isAllowedOutsideWindows",
      "scheduledTime" = excluded."scheduledTime", tags = excluded.tags`
}
