import { TRPCError } from '@trpc/server'
import type { z } from 'zod'
import type { DbTransaction } from '../db/client.ts'
import type { Right } from '../domain/rights.ts'
import { type CsvColumn, writeCsv } from './write-csv.ts'

/** Small enough for a transaction, and for whoever reads the file slowly. */
export const pageSize = 200

type Page<Row> = { rows: readonly Row[]; nextCursor: string | null }

/** A list as it is read for a file. */
type Asked<Input> = { organizationId: string; input: Input; read: Read }

/** Reads in a transaction of its own that names the organization and sees what the asker may see. */
type Read = <T>(read: (tx: DbTransaction) => Promise<T>) => Promise<T>

/** A list that can be taken away as a file. */
export type CsvExport = {
  /** Below `/api/v1`. */
  path: string
  /** Without date and ending. */
  fileName: string
  summary: string
  tag: string
  right: Right
  inputSchema: z.ZodObject
  /** Checks the input, which may throw, and answers the file page by page, nothing read yet. */
  open(input: unknown, organizationId: string, read: Read): AsyncGenerator<string>
}

export function defineExport<Input extends z.ZodObject, Row>(
  definition: Omit<CsvExport, 'open'> & {
    inputSchema: Input
    columns: readonly CsvColumn<Row>[]
    pages: (asked: Asked<z.output<Input>>) => AsyncIterable<readonly Row[]>
  },
): CsvExport {
  const { columns, pages, ...rest } = definition
  return {
    ...rest,
    open(given, organizationId, read) {
      const parsed = rest.inputSchema.safeParse(given)
      if (!parsed.success) throw new TRPCError({ code: 'BAD_REQUEST', cause: parsed.error })
      const input = parsed.data
      return write()

      // Page by page: of a list, no more than its ids grow with it.
      async function* write() {
        let isBeginning = true
        for await (const rows of pages({ organizationId, input, read })) {
          yield writeCsv(columns, rows, { isBeginning })
          isBeginning = false
        }
      }
    },
  }
}

/** For a list whose rows keep their place: a page begins where the one before it ended. */
export function byCursor<Input, Row>(
  readPage: (
    tx: DbTransaction,
    asked: { organizationId: string; input: Input; cursor: string | null },
  ) => Promise<Page<Row>>,
) {
  return async function* pages({ organizationId, input, read }: Asked<Input>) {
    let cursor: string | null = null
    do {
      const at: string | null = cursor
      const page: Page<Row> = await read((tx) =>
        readPage(tx, { organizationId, input, cursor: at }),
      )
      yield page.rows
      cursor = page.nextCursor
    } while (cursor !== null)
  }
}

/**
 * For a list whose rows move: what stood in it at one moment is all in the file and once, each row
 * as it is when its page is read. What is deleted by then is left out.
 */
export function byIds<Input, Row extends { id: string }>(list: {
  readIds: (
    tx: DbTransaction,
    asked: { organizationId: string; input: Input },
  ) => Promise<readonly string[]>
  readRows: (
    tx: DbTransaction,
    asked: { organizationId: string; ids: readonly string[] },
  ) => Promise<readonly Row[]>
}) {
  return async function* pages({ organizationId, input, read }: Asked<Input>) {
    const all = await read((tx) => list.readIds(tx, { organizationId, input }))
    for (let at = 0; at === 0 || at < all.length; at += pageSize) {
      const ids = all.slice(at, at + pageSize)
      const rows = await read((tx) => list.readRows(tx, { organizationId, ids }))
      const byId = new Map(rows.map((row) => [row.id, row]))
      yield ids.flatMap((id) => byId.get(id) ?? [])
    }
  }
}
