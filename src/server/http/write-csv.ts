import { stringify } from 'csv-stringify/sync'
import { withoutFormulas } from '../domain/formula-start.ts'

/** One column: its header, and what stands below it. */
export type CsvColumn<Row> = {
  header: string
  cell: (row: Row) => string | number | boolean | null
}

/**
 * Rows as CSV for people with spreadsheets (RFC 4180, with a byte order mark where the file
 * begins). Text that a spreadsheet would run gets an apostrophe before it, by which spreadsheets
 * keep text as text. A phone number gets one too: without it they read a number, drop its `+` and
 * round it. The import takes the apostrophe off again.
 */
export function writeCsv<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  { isBeginning }: { isBeginning: boolean },
): string {
  return stringify(
    rows.map((row) => columns.map(({ cell }) => asText(cell(row)))),
    {
      bom: isBeginning,
      header: isBeginning,
      columns: columns.map(({ header }) => header),
      record_delimiter: 'windows',
      // By itself it quotes only what holds the whole of a line's end.
      quoted_match: /[\r\n]/,
    },
  )
}

/** A number is none of anybody's words, so its minus sign stays as it is. */
function asText(value: string | number | boolean | null): string {
  if (value === null) return ''
  return typeof value === 'string' ? withoutFormulas(value) : String(value)
}
