import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/universal'
import type { DateSystem } from '../../../server/domain/import-date-time.ts'

/** One sheet of a workbook that holds anything, as the text of a CSV file. */
export type Sheet = {
  name: string
  rowCount: number
  content: string
  /** What the workbook counts the numbers from that stand for dates. */
  dateSystem: DateSystem
}

/** As many cells as 50,000 visits of 40 columns take, and the columns that the server takes. */
const MAX_CELLS = 2_000_000
const MAX_COLUMNS = 500
/** What the largest of them weighs as XML. */
const MAX_UNPACKED_BYTES = 150_000_000
/** The last row that a spreadsheet has. */
const LAST_ROW = 1_048_576

class TooLarge extends Error {}

export type ReadSheets = Sheet[] | 'unreadable' | 'too_large'

/**
 * The sheets of an XLSX workbook, unless it is none, or too large once unpacked. Numbers stay as
 * they were typed, dates become local ones: a workbook knows no zones.
 */
export async function readSpreadsheet(bytes: Uint8Array): Promise<ReadSheets> {
  try {
    const files = unpack(bytes)
    const dateSystem = takeDateSystem(files)
    for (const [name, content] of Object.entries(files)) {
      if (/^xl\/worksheets\//.test(name)) files[name] = withoutEmptyCells(content)
    }
    const workbook = await readXlsxFile(packLoosely(files), {
      trim: false,
      parseNumber: asTyped,
    })
    return workbook
      .map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }))
      .filter(({ rows }) => rows.some(isFilled))
      .map(({ name, rows }) => ({
        name,
        rowCount: rows.slice(findHeader(rows) + 1).filter(isFilled).length,
        content: asCsv(rows),
        dateSystem,
      }))
  } catch (error) {
    return error instanceof TooLarge ? 'too_large' : 'unreadable'
  }
}

/** The files of a workbook that tell of its cells. A small one must not be able to fill the memory. */
function unpack(bytes: Uint8Array): Unzipped {
  let unpackedBytes = 0
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const isWanted = /\.(xml|rels)$/.test(name)
      if (isWanted) unpackedBytes += originalSize
      if (unpackedBytes > MAX_UNPACKED_BYTES) throw new TooLarge()
      return isWanted
    },
  })
}

/**
 * A sheet without the cells that hold no more than a look, of which a row may have thousands. Throws
 * for cells that lie further out than any visit's: the reader makes room for all that lie between.
 */
function withoutEmptyCells(content: Uint8Array): Unzipped[string] {
  const xml = strFromU8(content).replace(/<c\b[^<>]*\/>/g, '')
  let cells = 0
  for (const [, column = '', row] of xml.matchAll(/<(?:c|row)\b(?:[^<>]*?\br="([A-Z]*)(\d+)")?/g)) {
    cells += 1
    if (cells > MAX_CELLS || columnNumber(column) > MAX_COLUMNS || Number(row ?? 0) > LAST_ROW) {
      throw new TooLarge()
    }
  }
  return strToU8(xml)
}

/** 1 for A, 27 for AA. */
const columnNumber = (letters: string): number =>
  letters.length > 3
    ? Number.POSITIVE_INFINITY
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/**
 * The same workbook without compression. The reader would unpack a large one in a worker, which the
 * page's security policy refuses.
 */
const packLoosely = (files: Unzipped): ArrayBuffer =>
  new Uint8Array(zipSync(files, { level: 0 })).buffer

const WORKBOOK = 'xl/workbook.xml'
const SINCE_1904 = /\bdate1904\s*=\s*["'](?:1|true)["']/

/** Dates are read by the reader, but bare numbers may stand where dates are meant. */
function takeDateSystem(files: Unzipped): DateSystem {
  const workbook = strFromU8(files[WORKBOOK] ?? new Uint8Array())
  if (!SINCE_1904.test(workbook)) return '1900'
  // The reader knows one of the two ways to write it.
  files[WORKBOOK] = strToU8(workbook.replace(SINCE_1904, 'date1904="1"'))
  return '1904'
}

/** A whole number as its digits, however long; others without the noise of binary fractions. */
export function asTyped(written: string): string {
  if (/^-?\d+$/.test(written)) return written
  const value = Number(written)
  if (!Number.isFinite(value)) return written
  return Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : String(Number(value.toPrecision(15)))
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return localDateTime(cell)
  return String(cell)
}

/** The days that spreadsheets count from, on which a cell with no more than a time is given. */
const DAYS_ZERO = ['1899-12-30', '1904-01-01']

/**
 * What the cell shows, which the reader gives as if it were in UTC; without a time, the date alone,
 * and without a day, the time.
 */
function localDateTime(date: Date): string {
  // Fractions of a day are not exact: 17:30 may come as 17:29:59.999.
  const seconds = new Date(Math.round(date.getTime() / 1000) * 1000)
  const [day = '', time = ''] = seconds.toISOString().slice(0, 19).split('T')
  if (DAYS_ZERO.includes(day)) return time
  return time === '00:00:00' ? day : `${day}T${time}`
}

const isFilled = (row: readonly string[]) => row.some((cell) => cell.trim() !== '')
const filledCount = (row: readonly string[]) => row.filter((cell) => cell.trim() !== '').length

/** Row by row, so that the lines of the text are the rows of the sheet. */
function asCsv(rows: readonly string[][]): string {
  const header = findHeader(rows)
  return rows
    .map((row, at) => {
      if (at < header || !isFilled(row)) return ''
      return row.map((cell) => quote(oneLine(cell, at === header))).join(',')
    })
    .join('\r\n')
}

/** Titles and dates of a report often stand above the table, a cell or two to a row. */
function findHeader(rows: readonly string[][]): number {
  const widest = rows.slice(0, 50).reduce((most, row) => Math.max(most, filledCount(row)), 0)
  return rows.findIndex((row) => filledCount(row) >= Math.max(1, widest / 2))
}

/** A heading may be broken for its looks; in any other cell the break stays to be seen. */
const oneLine = (cell: string, isHeading: boolean) =>
  cell.replace(/\r\n|\n|\r/g, isHeading ? ' ' : '\u2028')

const quote = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
