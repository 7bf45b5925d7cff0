import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import {
  type Case,
  type CasePage,
  type CaseSummary,
  type caseListInputSchema,
  closedWithinDays,
} from '../domain/case.schema.ts'
import { selectCases } from './case-row.ts'
import { type DbSession, emptySql, joinSql, type Sql, sql } from './client.ts'
import { toDate } from './instants.ts'
import { afterMark, cutPage, type MarkFormat, readMark } from './page-mark.ts'

const newestShown = 5

type CaseStatus = z.output<typeof caseListInputSchema>['status']

const isOf = (status: CaseStatus): Sql =>
  status === 'open' ? sql`k."closedAt" is null` : sql`k."closedAt" is not null`
const orderOf = (status: CaseStatus): Sql =>
  status === 'open' ? sql`order by k."dueAt", k.id` : sql`order by k."closedAt" desc, k.id desc`

/** Open cases by their due date, closed ones the newest first; those of one call whatever they are. */
export async function listCases(
  session: DbSession,
  organizationId: string,
  input: z.output<typeof caseListInputSchema> & { now: Temporal.Instant },
): Promise<CasePage> {
  const { status, ownerId, callId, limit, cursor, now } = input
  const format: MarkFormat = { order: `${status} cases`, keyType: 'instant' }
  const isOpen = status === 'open'
  const key = isOpen ? sql`k."dueAt"` : sql`k."closedAt"`
  const place = { keyType: 'instant', key, id: sql`k.id` } as const
  const mark = cursor ? readMark(cursor, format) : null
  const direction = isOpen ? 'asc' : 'desc'
  const conditions = [
    sql`k."organizationId" = ${organizationId}::uuid`,
    ...(callId === undefined ? [isOf(status)] : [sql`k."callId" = ${callId}::uuid`]),
    ...(ownerId === undefined ? [] : [sql`k."ownerId" = ${ownerId}::uuid`]),
    ...(mark ? [afterMark(mark, { ...place, direction })] : []),
  ]
  const order = sql`${orderOf(status)} limit ${limit + 1}`
  const found = await selectCases(session, now, joinSql(conditions, ' and '), order)
  const keyOf = ({ dueAt, closedAt }: Case) => (isOpen ? dueAt : closedAt)
  const { rows: cases, nextCursor } = cutPage(found, { limit, format, keyOf })
  return { cases, nextCursor }
}

/** The ids of all open or closed cases, in the order of their list and of one moment. */
export async function listCaseIds(
  session: DbSession,
  organizationId: string,
  { status, ownerId }: Pick<z.output<typeof caseListInputSchema>, 'status' | 'ownerId'>,
): Promise<string[]> {
  const [listed] = await session.$queryRaw<{ ids: string[] | null }[]>`
    select array_agg(k.id ${orderOf(status)}) as ids from "Case" k
    where k."organizationId" = ${organizationId}::uuid and ${isOf(status)}
      ${ownerId === undefined ? emptySql : sql`and k."ownerId" = ${ownerId}::uuid`}`
  return listed?.ids ?? []
}

type Counts = Omit<CaseSummary, 'newest'>

/** What is open, and how long cases took that were closed lately. */
export async function readCaseSummary(
  session: DbSession,
  organizationId: string,
  { userId, now }: { userId: string | null; now: Temporal.Instant },
): Promise<CaseSummary> {
  const since = toDate(now.subtract({ hours: 24 * closedWithinDays }))
  const [counts] = await session.$queryRaw<Counts[]>`
    select count(*) filter (where "closedAt" is null)::int as open,
      count(*) filter (where "closedAt" is null and "dueAt" < ${toDate(now)})::int as overdue,
      count(*) filter (where "closedAt" is null and "ownerId" = ${userId}::uuid)::int as mine,
      count(*) filter (where "closedAt" is null and "ownerId" is null)::int as unassigned,
      count(*) filter (where "closedAt" is not null)::int as closed,
      percentile_cont(0.5) within group (order by
        extract(epoch from "closedAt" - "openedAt")::float8 * 1000)
        filter (where "closedAt" is not null) as "medianCloseMs"
    from "Case"
    where "organizationId" = ${organizationId}::uuid
      and ("closedAt" is null or "closedAt" >= ${since})`
  const newest = await selectCases(
    session,
    now,
    sql`k."organizationId" = ${organizationId}::uuid and k."closedAt" is null`,
    sql`order by k."openedAt" desc, k.id desc limit ${newestShown}`,
  )
  const none = { open: 0, overdue: 0, mine: 0, unassigned: 0, closed: 0, medianCloseMs: null }
  return { ...(counts ?? none), newest }
}
