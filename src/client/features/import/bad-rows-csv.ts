import type { ImportReport } from '../../../server/domain/import-report.schema.ts'

type BadRow = ImportReport['badRows'][number]

/** The bad rows as a CSV file that a spreadsheet opens without running anything in it. */
export function badRowsCsv(badRows: readonly BadRow[]): string {
  const lines = [
    ['Line', 'Column', 'Value', 'Reason'],
    ...badRows.map(({ line, column, value, reason }) => [String(line), column, value, reason]),
  ]
  // The mark at the start tells Excel that this is UTF-8.
  return `\uFEFF${lines.map((cells) => cells.map((cell) => writeCell(cell ?? '')).join(',')).join('\r\n')}\r\n`
}

const PLAIN_NUMBER = /^[+-]?\d+([.,]\d+)?$/
const FORMULA_START = /^[=+\-@\t\r]/

function writeCell(value: string): string {
  // A telephone number such as +14695550119 is a plain number and stays as it is.
  const isHarmless = PLAIN_NUMBER.test(value) || !FORMULA_START.test(value)
  const text = isHarmless ? value : `'${value}`
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
