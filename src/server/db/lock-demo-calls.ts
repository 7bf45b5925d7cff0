import type { CallStatus } from '../domain/call-status.ts'
import { type DbTransaction, sql } from './client.ts'

export type DemoCallRow = { id: string; version: number; status: CallStatus }

/** Locks an organization's demo calls, all or those of `onlyIds`, until the end of the transaction. */
export function lockDemoCalls(
  tx: DbTransaction,
  { organizationId, onlyIds }: { organizationId: string; onlyIds?: readonly string[] },
): Promise<DemoCallRow[]> {
  const isMeant = onlyIds === undefined ? sql`true` : sql`id = any(${[...onlyIds]}::uuid[])`
  return tx.$queryRaw`
    select id, version, status from "Call"
    where "organizationId" = ${organizationId}::uuid and "isDemo" and ${isMeant}
    order by id for update`
}
