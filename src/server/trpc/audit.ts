import { listAuditEntries } from '../db/list-audit-entries.ts'
import { auditListInputSchema, auditPageSchema } from '../domain/audit.schema.ts'
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'

export const auditRouter = router({
  list: may('audit.read')
    .input(auditListInputSchema)
    .output(auditPageSchema)
    .query(({ ctx, input }) =>
      inSight(ctx, (tx) => listAuditEntries(tx, ctx.identity.organizationId, input)),
    ),
})
