import { Temporal } from 'temporal-polyfill'
import type { CallState } from '../domain/call-status.ts'
import type { DbTransaction } from './client.ts'
import { toDate, toIso } from './instants.ts'

/**
 * Writes where calls of one organization stand, in one statement however different they are, and
 * gives each its next version. Answers how many still had the version given.
 */
export function writeCallStates(
  tx: DbTransaction,
  input: {
    organizationId: string
    calls: readonly (CallState & { id: string; version: number })[]
    now: Temporal.Instant
  },
): Promise<number> {
  const { organizationId, calls, now } = input
  const rows = JSON.stringify(calls.map(withIsoInstants))
  return tx.$executeRaw`
    update "Call" c set
      status = r.status, outcome = r.outcome, "dueAt" = r."dueAt", "notBefore" = r."notBefore",
      "heldReason" = r."heldReason", "isAllowedOutsideWindows" = r."isAllowedOutsideWindows",
      "scheduledTime" = r."scheduledTime",
      "startTime" = r."startTime", "endTime" = r."endTime", "durationSec" = r."durationSec",
      "attemptCount" = r."attemptCount", version = c.version + 1, "updatedAt" = ${toDate(now)}
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, version int, status text, outcome text,
      "dueAt" timestamptz, "notBefore" timestamptz, "heldReason" text, "isAllowedOutsideWindows" boolean,
      "scheduledTime" timestamptz,
      "startTime" timestamptz, "endTime" timestamptz, "durationSec" int, "attemptCount" int)
    where c."organizationId" = ${organizationId}::uuid and c.id = r.id and c.version = r.version`
}

/** To the millisecond and rounded down, as single calls are written. */
const withIsoInstants = (call: CallState) =>
  Object.fromEntries(
    Object.entries(call).map(([name, value]) => [
      name,
      value instanceof Temporal.Instant ? toIso(value) : value,
    ]),
  )
