import type { Temporal } from 'temporal-polyfill'
import type { Case } from '../domain/case.schema.ts'
import { type DbSession, emptySql, type Sql, sql } from './client.ts'
import { toDate } from './instants.ts'

type CaseRow = Omit<Case, 'status' | 'openedAt' | 'dueAt' | 'closedAt' | 'isOverdue'> & {
  openedAt: Date
  dueAt: Date
  closedAt: Date | null
}

/** The cases that `condition` picks, as they go over the wire: `k` case, `c` call, `s` visit. */
export async function selectCases(
  session: DbSession,
  now: Temporal.Instant,
  condition: Sql,
  rest: Sql = emptySql,
): Promise<Case[]> {
  const rows = await session.$queryRaw<CaseRow[]>`
    select k.id, k."callId", k."openedAt", k."dueAt", k."ownerId", u.name as "ownerName",
      k."closedAt", k.resolution, k."closedByName", c."customerName", c."phoneNumber",
      s."externalId", s."serviceType", a.name as "serviceAdvisorName", c."npsScore",
      c."feedbackSummary", s."areasToImprove"
    from "Case" k
    join "Call" c on c."organizationId" = k."organizationId" and c.id = k."callId"
    join "ServiceRecord" s on s."organizationId" = c."organizationId" and s.id = c."serviceRecordId"
    left join "ServiceAdvisor" a on a."organizationId" = s."organizationId" and a.id = s."serviceAdvisorId"
    left join "User" u on u.id = k."ownerId"
    where ${condition} ${rest}`
  const nowMs = toDate(now).getTime()
  return rows.map((row) => ({
    ...row,
    status: row.closedAt === null ? 'open' : 'closed',
    isOverdue: row.closedAt === null && row.dueAt.getTime() < nowMs,
    openedAt: row.openedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  }))
}

/** The cases with these ids within one organization, in no particular order. */
export const readCases = (
  session: DbSession,
  {
    organizationId,
    ids,
    now,
  }: { organizationId: string; ids: readonly string[]; now: Temporal.Instant },
): Promise<Case[]> =>
  selectCases(
    session,
    now,
    sql`k."organizationId" = ${organizationId}::uuid and k.id = any(${[...ids]}::uuid[])`,
  )

/** One case; null where the organization has none with this id. */
export async function readCase(
  session: DbSession,
  { organizationId, id, now }: { organizationId: string; id: string; now: Temporal.Instant },
): Promise<Case | null> {
  const [found] = await selectCases(
    session,
    now,
    sql`k."organizationId" = ${organizationId}::uuid and k.id = ${id}::uuid`,
  )
  return found ?? null
}
