import { TRPCError } from '@trpc/server'
import type { z } from 'zod'
import type { DbTransaction } from '../db/client.ts'
import type { Right } from '../domain/rights.ts'
import { type CsvColumn, writeCsv } from './write-csv.ts'

type Page<Row> = { rows: readonly Row[]; nextCursor: string | null }

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
    readPage: (
      tx: DbTransaction,
      organizationId: string,
      input: z.output<Input>,
      cursor: string | null,
    ) => Promise<Page<Row>>
  },
): CsvExport {
  const { columns, readPage, ...rest } = definition
  return {
    ...rest,
    open(given, organizationId, read) {
      const parsed = rest.inputSchema.safeParse(given)
      if (!parsed.success) throw new TRPCError({ code: 'BAD_REQUEST', cause: parsed.error })
      const input = parsed.data
      return pages()

      // Page by page, so that neither memory nor a transaction grows with the list.
      async function* pages() {
        let cursor: string | null = null
        let isBeginning = true
        do {
          const at: string | null = cursor
          const page: Page<Row> = await read((tx) => readPage(tx, organizationId, input, at))
          yield writeCsv(columns, page.rows, { isBeginning })
          isBeginning = false
          cursor = page.nextCursor
        } while (cursor !== null)
      }
    },
  }
}
