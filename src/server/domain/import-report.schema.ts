import { z } from 'zod'

/** Of the rows of a file that are left out, so many are listed cell by cell. */
export const MAX_LISTED_BAD_ROWS = 1000

/** What an import did with every row of its file. */
export const importReportSchema = z.object({
  fileName: z.string(),
  totalRows: z.number().int(),
  created: z.number().int(),
  unchanged: z.number().int(),
  updated: z.number().int(),
  /** Visits that landed but are too old to be called about. */
  withoutCall: z.number().int(),
  callsCreated: z.number().int(),
  /** Visits that are asked about in the call of another visit of the same number. */
  callsJoined: z.number().int(),
  /** Rows that were left out, listed or not. */
  badRowCount: z.number().int(),
  /** What is wrong with the first of them, up to `MAX_LISTED_BAD_ROWS` rows. */
  badRows: z.array(
    z.object({ line: z.number().int(), column: z.string(), value: z.string(), reason: z.string() }),
  ),
  columns: z.array(z.object({ field: z.string(), header: z.string() })),
})
export type ImportReport = z.infer<typeof importReportSchema>
