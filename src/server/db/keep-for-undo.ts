import type { DbTransaction } from './client.ts'

/** What a call was: of the columns that a person's change touches, those that it may restore. */
export type BeforeChange = {
  organizationId: string
  id: string
  phoneNumber: string
  customerName: string
  status: string
  outcome: string | null
  dueAt: string | null
  notBefore: string | null
  expiresAt: string | null
  heldReason: string | null
  isAllowedOutsideWindows: boolean
  scheduledTime: string | null
  tags: readonly string[]
}

/** Keeps what a call was beside what it has become, at the end of the transaction that changed it. */
export async function keepForUndo(
  tx: DbTransaction,
  changeId: string,
  before: BeforeChange,
): Promise<void> {
  const { organizationId, id } = before
  await tx.$executeRaw`
    insert into "CallUndo" ("organizationId", "callId", "changeId", "phoneNumber",
      "customerName", status, outcome, "dueAt",
      "notBefore", "expiresAt", "heldReason", "isAllowedOutsideWindows", "scheduledTime", tags,
      "statusAfter", "scheduledTimeAfter", "attemptCountAfter", "tagsAfter")
    select "organizationId", id, ${changeId}::uuid, ${before.phoneNumber}, ${before.customerName},
      ${before.status}, ${before.outcome},
      ${before.dueAt}::timestamptz, ${before.notBefore}::timestamptz,
      ${before.expiresAt}::timestamptz, ${before.heldReason}, ${before.isAllowedOutsideWindows},
      ${before.scheduledTime}::timestamptz, ${[...before.tags]}::text[],
      status, "scheduledTime", "attemptCount", tags
    from "Call" where "organizationId" = ${organizationId}::uuid and id = ${id}::uuid
    on conflict ("organizationId", "callId") do update set
      "changeId" = excluded."changeId",
      "phoneNumber" = excluded."phoneNumber", "customerName" = excluded."customerName",
      status = excluded.status, outcome = excluded.outcome, "dueAt" = excluded."dueAt",
      "notBefore" = excluded."notBefore", "expiresAt" = excluded."expiresAt",
      "heldReason" = excluded."heldReason",
      "isAllowedOutsideWindows" = excluded."isAllowedOutsideWindows",
      "scheduledTime" = excluded."scheduledTime", tags = excluded.tags,
      "statusAfter" = excluded."statusAfter",
      "scheduledTimeAfter" = excluded."scheduledTimeAfter",
      "attemptCountAfter" = excluded."attemptCountAfter", "tagsAfter" = excluded."tagsAfter"`
}
