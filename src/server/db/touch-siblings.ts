import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction } from './client.ts'
import { toDate } from './instants.ts'

/**
 * Gives the other calls of a call's visit their next version and answers their ids: they show words
 * of the visit that have changed. One that another transaction holds is left out, since two that
 * end together would wait for each other: where that one changes nothing, pages show the words of
 * before until the call's next change.
 */
export async function touchSiblings(
  tx: DbTransaction,
  {
    call,
    now,
  }: {
    call: { id: string; organizationId: string; serviceRecordId: string }
    now: Temporal.Instant
  },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update "Call" set version = version + 1, "updatedAt" = ${toDate(now)}
    where "organizationId" = ${call.organizationId}::uuid and id in (
      select id from "Call"
      where "organizationId" = ${call.organizationId}::uuid
        and "serviceRecordId" = ${call.serviceRecordId}::uuid and id <> ${call.id}::uuid
      for update skip locked)
    returning id`
  return rows.map(({ id }) => id)
}
