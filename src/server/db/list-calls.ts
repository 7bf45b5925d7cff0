import type { z } from 'zod'
import type { CallPage } from '../domain/call-answers.schema.ts'
import type { callListInputSchema } from '../domain/call-filter.schema.ts'
import { statusesOf } from '../domain/call-filter.ts'
import { DomainError } from '../domain/errors.ts'
import { toCursor } from '../domain/feed-cursor.ts'
import { filterConditions } from './call-conditions.ts'
import { type CallOrder, orderOf, type Segment } from './call-order.ts'
import { type CallRow, callColumns, callSource, toCall } from './call-row.ts'
import { type DbSession, emptySql, joinSql, type Sql, sql } from './client.ts'
import { afterMark, type PageMark, readMark, writeMark } from './page-mark.ts'

type ListedRow = {
  epoch: string
  seq: bigint
  readyCount: number
  missedCount: number
  completedCount: number
  segment: number
  sortKey: string | null
  call: CallRow
}
/** An organization without calls on this page answers one row that holds only its own columns. */
type EmptyRow = Omit<ListedRow, 'call'> & { call: null }

/**
 * One page of a tab with the counts and the feed's position, in one statement and so of one
 * moment: the feed from that position on continues exactly these rows.
 */
export async function listCalls(
  session: DbSession,
  organizationId: string,
  input: z.output<typeof callListInputSchema>,
): Promise<CallPage> {
  const { tab, filter, sort, limit, cursor } = input
  const order = orderOf(tab, statusesOf({ tab, filter }), sort)
  const format = { order: order.name, keyType: order.keyType }
  const mark = cursor ? readMark(cursor, format) : null
  const conditions = filterConditions(organizationId, { tab, filter })
  const parts = order.segments.flatMap((segment, index) =>
    partsOf({ segment, index, order, mark, conditions, limit: limit + 1 }),
  )
  const direction = directionOf(order)
  const rows = await session.$queryRaw<(ListedRow | EmptyRow)[]>`
    with page as (
      select * from (${joinSql(parts.length > 0 ? parts : [noRows], ' union all ')}) as part
      order by segment, key ${direction}, id ${direction} limit ${limit + 1}
    )
    select o."feedEpoch" as epoch, o."feedSeq" as seq, o."readyCount", o."missedCount",
      o."completedCount", page.segment, to_json(page.key) #>> '{}' as "sortKey",
      case when c.id is not null then (select row_to_json(shown) from (select ${callColumns}) shown)
      end as call
    from "Organization" o
    left join (page join (${callSource})
      on c."organizationId" = ${organizationId}::uuid and c.id = page.id) on true
    where o.id = ${organizationId}::uuid
    order by page.segment, page.key ${direction}, page.id ${direction}`
  const [first] = rows
  if (first === undefined) throw new DomainError('not_found', 'This organization does not exist.')
  const found = rows.filter((row): row is ListedRow => row.call !== null)
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    calls: shown.map(({ call }) => toCall(call)),
    nextCursor: last ? writeMark(markOf(last, order), format) : null,
    feedCursor: toCursor({ epoch: first.epoch, seq: first.seq }),
    counts: {
      ready: first.readyCount,
      missed: first.missedCount,
      completed: first.completedCount,
    },
  }
}

/** The ids of all calls of a tab, in its usual order and of one moment. */
export async function listCallIds(
  session: DbSession,
  organizationId: string,
  { tab, filter }: Pick<z.output<typeof callListInputSchema>, 'tab' | 'filter'>,
): Promise<string[]> {
  const order = orderOf(tab, statusesOf({ tab, filter }), undefined)
  const conditions = filterConditions(organizationId, { tab, filter })
  const parts = order.segments.flatMap((segment, index) =>
    partsOf({ segment, index, order, mark: null, conditions, limit: null }),
  )
  const direction = directionOf(order)
  const [listed] = await session.$queryRaw<{ ids: string[] | null }[]>`
    select array_agg(id order by segment, key ${direction}, id ${direction}) as ids
    from (${joinSql(parts.length > 0 ? parts : [noRows], ' union all ')}) as part`
  return listed?.ids ?? []
}

/** An index gives an order within one status only, so each gets a part; the page merges them. */
function partsOf(input: {
  segment: Segment
  index: number
  order: CallOrder
  mark: PageMark | null
  conditions: readonly Sql[]
  /** Null for all of them. */
  limit: number | null
}): Sql[] {
  const { segment, index, order, mark, limit } = input
  if (mark !== null && index < mark.segment) return []
  const { key, hasKey, isIndexed, statuses } = segment
  const direction = directionOf(order)
  const conditions = [...input.conditions, hasKey ? sql`${key} is not null` : sql`${key} is null`]
  if (mark !== null && index === mark.segment) {
    conditions.push(afterMark(mark, { ...order, key, id: sql`c.id` }))
  }
  // Where the key is null everywhere, only the id sorts. Naming the key all the same lets its index
  // be read to the few calls meant: by the id alone, those of every status would be walked through.
  const sorting =
    hasKey || isIndexed ? sql`${key} ${direction}, c.id ${direction}` : sql`c.id ${direction}`
  const end = limit === null ? emptySql : sql`order by ${sorting} limit ${limit}`
  return statuses.map(
    (status) => sql`(
      select c.id, ${index}::int as segment, ${key} as key from ${callSource}
      where ${joinSql([sql`c.status = ${status}`, ...conditions], ' and ')}
      ${end})`,
  )
}

const noRows = sql`select null::uuid as id, 0 as segment, null::timestamptz as key where false`

const directionOf = ({ direction }: CallOrder): Sql => (direction === 'asc' ? sql`asc` : sql`desc`)

function markOf({ segment, sortKey, call }: ListedRow, { keyType }: CallOrder): PageMark {
  const key = sortKey !== null && keyType === 'integer' ? Number(sortKey) : sortKey
  return { segment, key, id: call.id }
}
