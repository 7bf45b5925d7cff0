import type { CallStatus } from '../domain/call-status.ts'
import type { DbTransaction } from './client.ts'

/** Locks every demo call of an organization until the end of the transaction. */
export function lockDemoCalls(
  tx: DbTransaction,
  organizationId: string,
): Promise<{ id: string; version: number; status: CallStatus }[]> {
  return tx.$queryRaw`
    select id, version, status from "Call"
    where "organizationId" = ${organizationId}::uuid and "isDemo" order by id for update`
}
