import { z } from 'zod'
import { type AuditFilter, auditFilterSchema } from '../../../server/domain/audit.schema.ts'
import { auditActionSchema } from '../../../server/domain/audit.ts'
import { uuidSchema } from '../../../server/domain/call.schema.ts'
import { startOfDay } from '../../lib/start-of-day.ts'

const kindSchema = auditFilterSchema.shape.actorKind.unwrap()
const localDate = z.iso.date().optional().catch(undefined)

/** What the address of the audit log holds; whatever is wrong in it is left out. */
export const auditAddressSchema = z.object({
  /** A kind of actor, or the id of a person. */
  who: z.union([kindSchema, uuidSchema]).optional().catch(undefined),
  what: auditActionSchema.optional().catch(undefined),
  /** First and last local date, in the organization's zone. */
  from: localDate,
  to: localDate,
})
export type AuditAddress = z.output<typeof auditAddressSchema>

export function auditFilterOf(
  { who, what, from, to }: AuditAddress,
  timeZone: string,
): AuditFilter {
  const kind = kindSchema.safeParse(who)
  return {
    ...(kind.success ? { actorKind: kind.data } : who !== undefined && { actorId: who }),
    ...(what && { action: what }),
    ...(from && { from: startOfDay(from, timeZone) }),
    ...(to && { to: startOfDay(to, timeZone, 1) }),
  }
}
