import { uuidv7 } from 'uuidv7'
import type { DbTransaction } from './client.ts'

/** What entries of one deed have in common. */
export type SharedEntry = {
  organizationId: string
  actorKind: string
  actorId: string | null
  actorName: string
  action: string
  subjectType: string
  createdAt: Date
}
export type OwnEntry = { subjectId: string; before: unknown; after: unknown }

/** In one statement: an import corrects thousands of calls. */
export async function insertAuditEntries(
  tx: DbTransaction,
  shared: SharedEntry,
  entries: readonly OwnEntry[],
): Promise<void> {
  if (entries.length === 0) return
  const { organizationId, actorKind, actorId, actorName, action, subjectType, createdAt } = shared
  const rows = JSON.stringify(entries.map((entry) => ({ ...entry, id: uuidv7() })))
  await tx.$executeRaw`
    insert into "AuditEntry" (id, "organizationId", "actorKind", "actorId", "actorName", action,
      "subjectType", "subjectId", before, after, "createdAt")
    select r.id, ${organizationId}::uuid, ${actorKind}, ${actorId}, ${actorName}, ${action},
      ${subjectType}, r."subjectId", r.before, r.after, ${createdAt}
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "subjectId" text, before jsonb, after jsonb)`
}
