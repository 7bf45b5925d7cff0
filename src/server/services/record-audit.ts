import type { Temporal } from 'temporal-polyfill'
import type { DbTransaction, JsonObject } from '../db/client.ts'
import { insertAuditEntries, type OwnEntry } from '../db/insert-audit-entries.ts'
import { toDate } from '../db/instants.ts'
import type { Actor } from '../domain/actor.ts'
import type { AuditAction } from '../domain/audit.ts'

/** One thing that somebody did. `before` and `after` hold what changed, null where there is nothing. */
export type AuditRecord = {
  /** Given where something else is to lead to the entry. */
  id?: string
  organizationId: string
  actor: Actor
  action: AuditAction
  subjectType: string
  subjectId: string | null
  before?: Record<string, unknown> | null
  after?: Record<string, unknown> | null
  now: Temporal.Instant
}

/** Writes the mark in the transaction of the deed itself, so that there is neither without the other. */
export async function recordAudit(tx: DbTransaction, record: AuditRecord): Promise<void> {
  const { id, organizationId, actor, action, subjectType, subjectId, before, after, now } = record
  await tx.auditEntry.create({
    data: {
      id,
      organizationId,
      action,
      subjectType,
      subjectId,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      before: before ? toJson(before) : undefined,
      after: after ? toJson(after) : undefined,
      createdAt: toDate(now),
    },
    // Who may write the log may not therefore read it.
    select: { id: true },
  })
}

/** As `recordAudit`, of one deed that did something to each of many subjects. */
export const recordAudits = (
  tx: DbTransaction,
  deed: Pick<AuditRecord, 'organizationId' | 'actor' | 'action' | 'subjectType' | 'now'>,
  entries: readonly OwnEntry[],
): Promise<void> => {
  const { actor, now, ...rest } = deed
  const { kind: actorKind, id: actorId, name: actorName } = actor
  const shared = { ...rest, actorKind, actorId, actorName, createdAt: toDate(now) }
  return insertAuditEntries(tx, shared, entries)
}

/** What JSON keeps of it: instants become text, absent fields go. */
const toJson = (fields: Record<string, unknown>): JsonObject => JSON.parse(JSON.stringify(fields))
