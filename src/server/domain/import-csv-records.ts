import { CsvError, parse } from 'csv-parse/sync'
import { separators } from './import-separators.ts'

/** One record of a file; `line` is the physical line on which it starts, counted from 1. */
export type CsvRecord = {
  line: number
  cells: string[]
  /** The record as it stands in the file. */
  raw: string
  /** Why the record cannot be read as cells at all. */
  problem: string | null
}

export type CsvFile = { separator: string; header: CsvRecord; records: Iterable<CsvRecord> }

// A quoted cell may run over lines; one that runs further has lost its closing mark.
const MAX_LINES_OF_RECORD = 20
const MAX_VAIN_JOINS = 200
// No visit needs more. Each try at a join reads all of it again.
const MAX_JOINED_LENGTH = 20_000
/** What is longer is not split into cells, which would hold up everything else meanwhile. */
export const MAX_LINE_LENGTH = 100_000

/**
 * Splits the text of a CSV file, whatever its separator and line ends. The records are read as they
 * are asked for. A record that is broken does not take the next ones with it: where an opening
 * quotation mark has no partner, reading goes on at the next line. Null for a file without a line.
 * `given` is the separator where somebody says it.
 */
export function readCsv(text: string, given?: string): CsvFile | null {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  let first = lines.findIndex((line) => line.trim() !== '')
  const told = /^sep=(.)$/i.exec(lines[first]?.trim() ?? '')?.[1]
  if (told !== undefined) first = lines.findIndex((line, i) => i > first && line.trim() !== '')
  const firstLine = lines[first]
  if (firstLine === undefined) return null
  const separator = given ?? told ?? detectSeparator(firstLine.slice(0, MAX_LINE_LENGTH))
  const header = readRecord({ lines, separator, columnCount: null, vainJoins: 0 }, first)
  const records = {
    *[Symbol.iterator]() {
      const source = { lines, separator, columnCount: header.record.cells.length, vainJoins: 0 }
      for (let at = header.next; at < lines.length; ) {
        const { record, next } = readRecord(source, at)
        at = next
        if (record.cells.some((cell) => cell.trim() !== '')) yield record
      }
    },
  }
  return { separator, header: header.record, records }
}

/** The separator that stands most often in the header outside quotation marks. */
function detectSeparator(headerLine: string): string {
  const bare = headerLine.replace(/"[^"]*"/g, '')
  const count = (separator: string) => bare.split(separator).length
  return separators.reduce((best, next) => (count(next) > count(best) ? next : best))
}

type Source = {
  lines: readonly string[]
  separator: string
  columnCount: number | null
  /** How often joining lines has led nowhere; each try is costly, and a broken file is full of them. */
  vainJoins: number
}

function readRecord(source: Source, at: number): { record: CsvRecord; next: number } {
  const { lines, separator, columnCount } = source
  const line = at + 1
  const raw = lines[at] ?? ''
  if (raw.length > MAX_LINE_LENGTH) {
    const problem =
      'The line has more than 100,000 characters. Begin a new line where the next visit begins.'
    return { record: { line, cells: [raw], raw, problem }, next: at + 1 }
  }
  const alone = splitCells(raw, separator, { strayQuotes: true })
  if (alone !== null && (hasEvenQuotes(raw) || fits(alone, columnCount))) {
    return { record: { line, cells: alone, raw, problem: null }, next: at + 1 }
  }
  const joined = source.vainJoins < MAX_VAIN_JOINS ? joinLines(source, at) : null
  if (joined !== null) return joined
  source.vainJoins += 1
  const problem =
    alone === null ? 'A quotation mark is opened on this line and never closed.' : null
  return { record: { line, cells: alone ?? [raw], raw, problem }, next: at + 1 }
}

function joinLines({ lines, separator, columnCount }: Source, at: number) {
  let raw = lines[at] ?? ''
  const end = Math.min(lines.length, at + MAX_LINES_OF_RECORD)
  for (let next = at + 1; next < end; next++) {
    raw += `\n${lines[next]}`
    if (raw.length > MAX_JOINED_LENGTH) return null
    if (!lines[next]?.includes('"') || !hasEvenQuotes(raw)) continue
    // Were marks inside a cell let pass here, two broken lines would make one whole record.
    const cells = splitCells(raw, separator, { strayQuotes: false })
    if (cells === null || !fits(cells, columnCount)) continue
    return { record: { line: at + 1, cells, raw, problem: null }, next: next + 1 }
  }
  return null
}

const hasEvenQuotes = (text: string) => text.split('"').length % 2 === 1

/** As many cells as the header has; empty ones beyond are no matter. */
const fits = (cells: readonly string[], columnCount: number | null) =>
  columnCount === null ||
  (cells.length >= columnCount && cells.slice(columnCount).every((cell) => cell.trim() === ''))

// What no file holds: only the caller decides where a record ends.
const NO_DELIMITER = '\u0000\u0001\u0000'

/** Null where a quoted cell does not end within the text. */
function splitCells(
  text: string,
  separator: string,
  rules: { strayQuotes: boolean },
): string[] | null {
  try {
    const rows: string[][] = parse(text, {
      delimiter: separator,
      record_delimiter: NO_DELIMITER,
      relax_column_count: true,
      relax_quotes: rules.strayQuotes,
    })
    return rows[0] ?? ['']
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}
