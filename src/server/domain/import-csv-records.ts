import { CsvError, parse } from 'csv-parse/sync'
import { findHeadingLine, TOP_LINES } from './import-heading-line.ts'
import { separators } from './import-separators.ts'
import { openLines, type TextLines } from './text-lines.ts'

/** One record of a file; `line` is the physical line on which it starts, counted from 1. */
export type CsvRecord = {
  line: number
  cells: string[]
  /** The record as it stands in the file. */
  raw: string
  /** Why the record cannot be read as cells at all. */
  problem: string | null
}

export type CsvFile = {
  separator: string
  header: CsvRecord
  /** Read as they are asked for; null for a line that holds nothing, of which a file may have millions. */
  records: Iterable<CsvRecord | null>
}

// A quoted cell may run over lines; one that runs further has lost its closing mark.
const MAX_LINES_OF_RECORD = 20
const MAX_VAIN_JOINS = 200
// No visit needs more. Each try at a join reads all of it again.
const MAX_JOINED_LENGTH = 20_000
/** What is longer is not split into cells, which would hold up everything else meanwhile. */
export const MAX_LINE_LENGTH = 100_000
// What begins further down is no file of visits.
const MAX_LINES_ABOVE = 10_000

/**
 * Splits the text of a CSV file, whatever its separator and line ends. A record that is broken does
 * not take the next ones with it: where an opening quotation mark has no partner, reading goes on at
 * the next line. Null for a file without a line. `given` is the separator where somebody says it.
 */
export function readCsv(text: string, given?: string): CsvFile | null {
  const lines = openLines(text.replace(/^\uFEFF/, ''))
  skipBlank(lines)
  // Not trimmed before, since it may be a tab.
  const told = /^\s*sep=([^ ])\s*$/i.exec(lines.peek(0) ?? '')?.[1]
  if (told !== undefined) {
    lines.skip(1)
    skipBlank(lines)
  }
  const top = topOf(lines)
  if ((top[0] ?? '').trim() === '') return null
  const headingsAt = findHeadingLine(top, given ?? told)
  lines.skip(headingsAt)
  const separator = given ?? told ?? detectSeparator(top[headingsAt] ?? '')
  const header = readRecord({ lines, separator, columnCount: null, vainJoins: 0 })
  const records = {
    *[Symbol.iterator]() {
      const source = { lines, separator, columnCount: header.cells.length, vainJoins: 0 }
      while (lines.peek(0) !== undefined) {
        if (skipEmpty(source)) yield null
        else {
          const record = readRecord(source)
          yield record.cells.some((cell) => cell.trim() !== '') ? record : null
        }
      }
    },
  }
  return { separator, header, records }
}

function topOf(lines: TextLines): string[] {
  const top: string[] = []
  for (let at = 0; at < TOP_LINES; at++) {
    const line = lines.peek(at)
    if (line === undefined) break
    top.push(line.slice(0, MAX_LINE_LENGTH))
  }
  return top
}

function skipBlank(lines: TextLines): void {
  for (let count = 0; count < MAX_LINES_ABOVE && lines.peek(0)?.trim() === ''; count++) {
    lines.skip(1)
  }
}

/** Goes past a line of nothing but separators, which is not worth to be split. */
function skipEmpty({ lines, separator }: Source): boolean {
  const line = lines.peek(0) ?? ''
  if (line.length > MAX_LINE_LENGTH || line.replaceAll(separator, '').trim() !== '') return false
  lines.skip(1)
  return true
}

/** The separator that stands most often in the header outside quotation marks. */
function detectSeparator(headerLine: string): string {
  const bare = headerLine.replace(/"[^"]*"/g, '')
  const count = (separator: string) => bare.split(separator).length
  return separators.reduce((best, next) => (count(next) > count(best) ? next : best))
}

type Source = {
  lines: TextLines
  separator: string
  columnCount: number | null
  /** How often joining lines has led nowhere; each try is costly, and a broken file is full of them. */
  vainJoins: number
}

/** Reads the record that begins at the line at hand, and goes past it. */
function readRecord(source: Source): CsvRecord {
  const { lines, separator, columnCount } = source
  const { line } = lines
  const raw = lines.peek(0) ?? ''
  if (raw.length > MAX_LINE_LENGTH) {
    lines.skip(1)
    const problem =
      'The line has more than 100,000 characters. Begin a new line where the next visit begins.'
    return { line, cells: [raw], raw, problem }
  }
  const alone = splitCells(raw, separator, { strayQuotes: true })
  if (alone !== null && (hasEvenQuotes(raw) || fits(alone, columnCount))) {
    lines.skip(1)
    return { line, cells: alone, raw, problem: null }
  }
  const joined = source.vainJoins < MAX_VAIN_JOINS ? joinLines(source) : null
  if (joined !== null) return joined
  source.vainJoins += 1
  lines.skip(1)
  const problem =
    alone === null ? 'A quotation mark is opened on this line and never closed.' : null
  return { line, cells: alone ?? [raw], raw, problem }
}

function joinLines({ lines, separator, columnCount }: Source): CsvRecord | null {
  const { line } = lines
  let raw = lines.peek(0) ?? ''
  for (let ahead = 1; ahead < MAX_LINES_OF_RECORD; ahead++) {
    const next = lines.peek(ahead)
    if (next === undefined) return null
    raw += `\n${next}`
    if (raw.length > MAX_JOINED_LENGTH) return null
    if (!next.includes('"') || !hasEvenQuotes(raw)) continue
    // Were marks inside a cell let pass here, two broken lines would make one whole record.
    const cells = splitCells(raw, separator, { strayQuotes: false })
    if (cells === null || !fits(cells, columnCount)) continue
    lines.skip(ahead + 1)
    return { line, cells, raw, problem: null }
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
  // Most lines hold none, and the parser takes many times as long.
  if (!text.includes('"')) return text.split(separator)
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
