import { withoutFormulas } from '../../../server/domain/formula-start.ts'

/** Rows as a CSV file that a spreadsheet opens without running anything in it. */
export function writeCsvText(lines: readonly (readonly string[])[]): string {
  // The mark at the start tells Excel that this is UTF-8.
  return `\uFEFF${lines.map((cells) => cells.map(writeCell).join(',')).join('\r\n')}\r\n`
}

const PLAIN_NUMBER = /^[+-]?\d+([.,]\d+)?$/

function writeCell(value: string): string {
  // A telephone number such as +14695550119 is a plain number and stays as it is.
  const text = PLAIN_NUMBER.test(value) ? value : withoutFormulas(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
