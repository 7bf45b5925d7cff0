import type { z } from 'zod'
import type {
  AuditEntry,
  AuditFilter,
  AuditPage,
  auditListInputSchema,
} from '../domain/audit.schema.ts'
import { followingVisits } from '../domain/audit.ts'
import { type DbSession, joinSql, type Sql, sql } from './client.ts'
import { afterMark, cutPage, type MarkFormat, readMark } from './page-mark.ts'

type Row = Omit<AuditEntry, 'createdAt'> & { createdAt: Date }

const format: MarkFormat = { order: 'audit', keyType: 'instant' }

/** One page of an organization's audit log, the newest entries first. */
export async function listAuditEntries(
  session: DbSession,
  organizationId: string,
  input: z.output<typeof auditListInputSchema>,
): Promise<AuditPage> {
  const { limit, cursor, ...filter } = input
  const conditions = [sql`e."organizationId" = ${organizationId}::uuid`, ...conditionsOf(filter)]
  if (cursor) {
    const mark = readMark(cursor, format)
    const list = { keyType: format.keyType, key: sql`e."createdAt"`, id: sql`e.id` }
    conditions.push(afterMark(mark, { ...list, direction: 'desc' }))
  }
  const rows = await session.$queryRaw<Row[]>`
    select e.id, e."createdAt", e."actorKind", e."actorId", e."actorName", e.action,
      e."subjectType", e."subjectId", e.before, e.after
    from "AuditEntry" e
    where ${joinSql(conditions, ' and ')}
    order by e."createdAt" desc, e.id desc limit ${limit + 1}`
  const found = rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
  const { rows: entries, nextCursor } = cutPage(found, {
    limit,
    format,
    keyOf: ({ createdAt }) => createdAt,
  })
  return { entries, nextCursor }
}

function conditionsOf(filter: AuditFilter): Sql[] {
  const { actorKind, actorId, action, subjectType, subjectId, from, to } = filter
  const conditions: Sql[] = []
  if (actorKind !== undefined) conditions.push(sql`e."actorKind" = ${actorKind}`)
  if (actorId !== undefined) conditions.push(sql`e."actorId" = ${actorId}`)
  if (action !== undefined) conditions.push(sql`e.action = ${action}`)
  // One for each call, which tells it in its history.
  else if (subjectId === undefined) {
    conditions.push(sql`e.action <> all(${[...followingVisits]}::text[])`)
  }
  if (subjectType !== undefined) conditions.push(sql`e."subjectType" = ${subjectType}`)
  if (subjectId !== undefined) conditions.push(sql`e."subjectId" = ${subjectId}`)
  if (from !== undefined) conditions.push(sql`e."createdAt" >= ${new Date(from)}`)
  if (to !== undefined) conditions.push(sql`e."createdAt" < ${new Date(to)}`)
  return conditions
}
