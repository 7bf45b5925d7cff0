import { actorKinds } from '../../../server/domain/actor.ts'
import type { AuditFilter } from '../../../server/domain/audit.schema.ts'
import { auditActions } from '../../../server/domain/audit.ts'
import { addressOf, either, localDate, oneOf, uuid } from '../../lib/address.ts'
import { startOfDay } from '../../lib/start-of-day.ts'

const kindOf = oneOf(actorKinds)

/** Reads what the address of the audit log holds. */
export const readAuditAddress = addressOf({
  /** A kind of actor, or the id of a person. */
  who: either(kindOf, uuid),
  what: oneOf(auditActions),
  /** First and last local date, in the organization's zone. */
  from: localDate,
  to: localDate,
})
export type AuditAddress = ReturnType<typeof readAuditAddress>

export function auditFilterOf(
  { who, what, from, to }: AuditAddress,
  timeZone: string,
): AuditFilter {
  const kind = kindOf(who)
  return {
    ...(kind ? { actorKind: kind } : who !== undefined && { actorId: who }),
    ...(what && { action: what }),
    ...(from && { from: startOfDay(from, timeZone) }),
    ...(to && { to: startOfDay(to, timeZone, 1) }),
  }
}
