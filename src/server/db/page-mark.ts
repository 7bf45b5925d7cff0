import { z } from 'zod'
import { fieldError } from '../domain/errors.ts'
import { type Sql, sql } from './client.ts'

/** The type of the column that a list is sorted by. */
export type KeyType = 'instant' | 'integer' | 'text'

/** The last row of a page: the list's segment it stood in, its sort key there, and its id. */
export type PageMark = { segment: number; key: string | number | null; id: string }

const keySchemas = {
  instant: z.iso.datetime({ offset: true }),
  integer: z.int().min(-2_147_483_648).max(2_147_483_647),
  text: z
    .string()
    .max(400)
    .regex(/^[^\0\p{Surrogate}]*$/u),
} satisfies Record<KeyType, z.ZodType>

/** What a mark's key looks like in `order`, a name for the list's order that must match again. */
export type MarkFormat = { order: string; keyType: KeyType }

export function writeMark(mark: PageMark, { order }: MarkFormat): string {
  const { segment, key, id } = mark
  return Buffer.from(JSON.stringify([order, segment, key, id])).toString('base64url')
}

/** Reads what `writeMark` wrote; throws `invalid_input` for anything else, or another order's mark. */
export function readMark(cursor: string, { order, keyType }: MarkFormat): PageMark {
  const schema = z.tuple([
    z.literal(order),
    z.int().min(0).max(9),
    keySchemas[keyType].nullable(),
    z.uuid(),
  ])
  const parsed = schema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  if (!parsed.success) {
    throw fieldError(
      'invalid_input',
      'cursor',
      'Give a cursor as an earlier page of this same list carried it.',
    )
  }
  const [, segment, key, id] = parsed.data
  return { segment, key, id }
}

/**
 * The rows of one page and the cursor of the next, out of up to `limit + 1` rows that were read: the
 * last one tells that there is a next page. For lists of one segment.
 */
export function cutPage<Row extends { id: string }>(
  read: readonly Row[],
  page: { limit: number; format: MarkFormat; keyOf: (row: Row) => PageMark['key'] },
): { rows: Row[]; nextCursor: string | null } {
  const { limit, format, keyOf } = page
  const rows = read.slice(0, limit)
  const last = read.length > limit ? rows.at(-1) : undefined
  const mark = last && { segment: 0, key: keyOf(last), id: last.id }
  return { rows, nextCursor: mark ? writeMark(mark, format) : null }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const casts: Record<KeyType, Sql> = {
  instant: sql`::timestamptz`,
  integer: sql`::int`,
  text: sql`::text collate "C"`,
}

/** The rows after the mark within its segment; `direction` is that of key and id alike. */
export function afterMark(
  mark: PageMark,
  list: { keyType: KeyType; key: Sql; id: Sql; direction: 'asc' | 'desc' },
): Sql {
  const beyond = list.direction === 'asc' ? sql`>` : sql`<`
  if (mark.key === null) return sql`${list.id} ${beyond} ${mark.id}::uuid`
  const key = sql`${mark.key}${casts[list.keyType]}`
  return sql`(${list.key}, ${list.id}) ${beyond} (${key}, ${mark.id}::uuid)`
}
