import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { nobody } from '../domain/call-filter-choices.ts'
import {
  type Case,
  type CasePage,
  type CaseSummary,
  type caseListInputSchema,
  closedWithinDays,
} from '../domain/case.schema.ts'
import { selectCases } from './case-row.ts'
import { type DbSession, joinSql, type Sql, sql } from './client.ts'
import { toDate } from './instants.ts'
import { afterMark, cutPage, type MarkFormat, readMark } from './page-mark.ts'

const newestShown = 5

type CaseListInput = z.output<typeof caseListInputSchema>
type CaseStatus = CaseListInput['status']
type CaseFilter = Pick<CaseListInput, 'status' | 'ownerId' | 'isOverdue' | 'closedWithinDays'>

const isOf = (status: CaseStatus): Sql =>
  status === 'open' ? sql`k."closedAt" is null` : sql`k."closedAt" is not null`
const orderOf = (status: CaseStatus): Sql =>
  status === 'open' ? sql`order by k."dueAt", k.id` : sql`order by k."closedAt" desc, k.id desc`

const daysBefore = (now: Temporal.Instant, days: number): Date =>
  toDate(now.subtract({ hours: 24 * days }))

/** What a filter wants of the case `k`, but for its status. */
function filterConditions(
  { ownerId, isOverdue, closedWithinDays: days }: Omit<CaseFilter, 'status'>,
  now: Temporal.Instant,
): Sql[] {
  const conditions: Sql[] = []
  if (ownerId === nobody) conditions.push(sql`k."ownerId" is null`)
  else if (ownerId !== undefined) conditions.push(sql`k."ownerId" = ${ownerId}::uuid`)
  if (isOverdue !== undefined) {
    conditions.push(
      sql`(k."closedAt" is null and k."dueAt" < ${toDate(now)}) = ${isOverdue}::boolean`,
    )
  }
  if (days !== undefined) conditions.push(sql`k."closedAt" >= ${daysBefore(now, days)}`)
  return conditions
}

/** Open cases by their due date, closed ones the newest first; those of one call whatever they are. */
export async function listCases(
  session: DbSession,
  organizationId: string,
  input: CaseListInput & { now: Temporal.Instant },
): Promise<CasePage> {
  const { status, callId, limit, cursor, now } = input
  const format: MarkFormat = { order: `${status} cases`, keyType: 'instant' }
  const isOpen = status === 'open'
  const key = isOpen ? sql`k."dueAt"` : sql`k."closedAt"`
  const place = { keyType: 'instant', key, id: sql`k.id` } as const
  const mark = cursor ? readMark(cursor, format) : null
  const direction = isOpen ? 'asc' : 'desc'
  const conditions = [
    sql`k."organizationId" = ${organizationId}::uuid`,
    ...(callId === undefined ? [isOf(status)] : [sql`k."callId" = ${callId}::uuid`]),
    ...filterConditions(input, now),
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
  { status, now, ...filter }: CaseFilter & { now: Temporal.Instant },
): Promise<string[]> {
  const conditions = [
    sql`k."organizationId" = ${organizationId}::uuid`,
    isOf(status),
    ...filterConditions(filter, now),
  ]
  const [listed] = await session.$queryRaw<{ ids: string[] | null }[]>`
    select array_agg(k.id ${orderOf(status)}) as ids from "Case" k
    where ${joinSql(conditions, ' and ')}`
  return listed?.ids ?? []
}

type Counts = Omit<CaseSummary, 'newest'>

/** What is open, and how long cases took that were closed lately. */
export async function readCaseSummary(
  session: DbSession,
  organizationId: string,
  { userId, now }: { userId: string | null; now: Temporal.Instant },
): Promise<CaseSummary> {
  const since = daysBefore(now, closedWithinDays)
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
