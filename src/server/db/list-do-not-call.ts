import type { z } from 'zod'
import { phoneDigitsIn } from '../domain/call-filter.ts'
import type {
  DoNotCallEntry,
  DoNotCallPage,
  doNotCallListInputSchema,
} from '../domain/do-not-call.schema.ts'
import { folded, isFoundIn } from './call-conditions.ts'
import { type DbSession, emptySql, joinSql, type Sql, sql } from './client.ts'
import { afterMark, cutPage, type MarkFormat, readMark } from './page-mark.ts'

const format: MarkFormat = { order: 'do-not-call', keyType: 'instant' }
const key = sql`d."createdAt"`
const id = sql`d.id`

type EntryRow = Omit<DoNotCallEntry, 'createdAt'> & { createdAt: Date }

/** The numbers that are not called, the newest first; not those of which only a mark is left. */
export async function listDoNotCall(
  session: DbSession,
  organizationId: string,
  { search, limit, cursor }: z.output<typeof doNotCallListInputSchema>,
): Promise<DoNotCallPage> {
  const mark = cursor ? readMark(cursor, format) : null
  const found = await selectDoNotCall(
    session,
    joinSql(
      [
        sql`d."organizationId" = ${organizationId}::uuid`,
        sql`starts_with(d."phoneNumber", '+')`,
        ...(search === undefined ? [] : [searchCondition(search)]),
        ...(mark ? [afterMark(mark, { keyType: 'instant', key, id, direction: 'desc' })] : []),
      ],
      ' and ',
    ),
    sql`order by ${key} desc, ${id} desc limit ${limit + 1}`,
  )
  const { rows: entries, nextCursor } = cutPage(found, {
    limit,
    format,
    keyOf: ({ createdAt }) => createdAt,
  })
  return { entries, nextCursor }
}

/** The entries that `condition` picks; `d` is the entry. */
export async function selectDoNotCall(
  session: DbSession,
  condition: Sql,
  rest: Sql = emptySql,
): Promise<DoNotCallEntry[]> {
  const rows = await session.$queryRaw<EntryRow[]>`
    select d.id, d."phoneNumber", d.reason, u.name as "addedBy", d."createdAt"
    from "DoNotCall" d left join "User" u on u.id = d."addedByUserId"
    where ${condition} ${rest}`
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}

function searchCondition(search: string): Sql {
  const texts = sql`concat_ws(chr(31), d."phoneNumber", d.reason)`
  const found = isFoundIn(folded(texts), search)
  const digits = phoneDigitsIn(search)
  return digits === null ? found : sql`(${found} or strpos(d."phoneNumber", ${digits}) > 0)`
}
