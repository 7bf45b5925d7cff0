import type { z } from 'zod'
import type {
  ServiceRecordPage,
  serviceRecordListInputSchema,
} from '../domain/service-record.schema.ts'
import { folded, isFoundIn } from './call-conditions.ts'
import { type DbSession, joinSql, type Sql, sql } from './client.ts'
import { afterMark, cutPage, type MarkFormat, type PageMark, readMark } from './page-mark.ts'
import { selectServiceRecords } from './service-record-row.ts'

const format: MarkFormat = { order: 'service-records', keyType: 'instant' }
const key = sql`s."completedAt"`
const id = sql`s.id`

/** Finished visits, the newest first, then those that are still to be finished. */
export async function listServiceRecords(
  session: DbSession,
  organizationId: string,
  input: z.output<typeof serviceRecordListInputSchema>,
): Promise<ServiceRecordPage> {
  const { search, limit, cursor } = input
  const mark = cursor ? readMark(cursor, format) : null
  const conditions = [sql`s."organizationId" = ${organizationId}::uuid`]
  if (search !== undefined) conditions.push(searchCondition(search))
  const finished =
    mark === null || mark.key !== null
      ? await selectServiceRecords(
          session,
          allOf([...conditions, sql`${key} is not null`, ...after(mark)]),
          sql`order by ${key} desc, ${id} desc limit ${limit + 1}`,
        )
      : []
  const missing = limit + 1 - finished.length
  const unfinished =
    missing > 0
      ? await selectServiceRecords(
          session,
          allOf([...conditions, sql`${key} is null`, ...(mark?.key === null ? after(mark) : [])]),
          sql`order by ${id} desc limit ${missing}`,
        )
      : []
  const found = [...finished, ...unfinished]
  const { rows: serviceRecords, nextCursor } = cutPage(found, {
    limit,
    format,
    keyOf: ({ completedAt }) => completedAt,
  })
  return { serviceRecords, nextCursor }
}

const allOf = (conditions: readonly Sql[]) => joinSql([...conditions], ' and ')

const after = (mark: PageMark | null): Sql[] =>
  mark === null ? [] : [afterMark(mark, { keyType: 'instant', key, id, direction: 'desc' })]

function searchCondition(search: string): Sql {
  const texts = sql`concat_ws(chr(31), s."customerName", s."customerPhone", s."externalId",
    s."vehicleInfo" ->> 'vehicleNumber', s."serviceType", a.name)`
  return isFoundIn(folded(texts), search)
}
