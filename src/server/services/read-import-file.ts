import type { CountryCode } from 'libphonenumber-js/min'
import { inOrganization } from '../db/in-organization.ts'
import type { Deps } from '../deps.ts'
import { DomainError, fieldError } from '../domain/errors.ts'
import { isBareTime } from '../domain/import-column-pairs.ts'
import {
  type ColumnSuggestion,
  type ImportColumns,
  suggestColumns,
} from '../domain/import-columns.ts'
import {
  type CsvFile,
  type CsvRecord,
  MAX_LINE_LENGTH,
  readCsv,
} from '../domain/import-csv-records.ts'
import type { DateCell, DateOrder } from '../domain/import-date-forms.ts'
import {
  type DateOrderFinding,
  findDateOrder,
  isShortYearUnclear,
  usualDateOrder,
} from '../domain/import-date-order.ts'
import type { DateRules, DateSystem } from '../domain/import-date-time.ts'
import type { ImportReading } from '../domain/import-file.schema.ts'
import { exampleDates, exampleNumber } from '../domain/import-reading.ts'
import { cellOf, dateCellOf } from '../domain/import-row.ts'
import { areTimesOfDay } from '../domain/import-time-of-day.ts'
import { countryOfTimeZone } from '../domain/phone-number.ts'
import { isTimeZone } from '../domain/zone-clock.ts'
import { inTurns } from './in-turns.ts'

/** A file of visits as it stands, and what is known of how to read it. */
export type ImportFile = {
  fileName: string
  headers: readonly string[]
  records: readonly CsvRecord[]
  suggestion: ColumnSuggestion
  dates: DateOrderFinding
  dateRules: DateRules
  reading: ImportReading
  /** Some dates are the bare numbers that spreadsheets keep dates as. */
  hasNumbersForDates: boolean
}

type Given = {
  fileName: string
  content: string
  timeZone?: string | undefined
  separator?: string | undefined
  dateSystem?: DateSystem | undefined
  /** Called with the headings: field to header where the names are not recognised. */
  choose: (headers: readonly string[]) => Promise<{
    mapping: Readonly<Record<string, string>> | undefined
    /** Nothing else is to be recognised. */
    isComplete: boolean
    /** What is stated, which always wins. */
    dateOrder: DateOrder | undefined
    /** Answers only where the file is not sure. */
    rememberedOrder: DateOrder | undefined
    /** Of numbers without a country code. */
    country?: CountryCode | undefined
  }>
}

const MAX_COLUMNS = 500
// What one undo can still take back while no call is placed.
const MAX_ROWS = 50_000
// A sheet ends with its row 1,048,576, however few of them hold anything.
const MAX_LINES = 1_200_000

/** Reads a CSV file into its records. Throws `invalid_input` for one that cannot be read at all. */
export async function readImportFile(
  deps: Pick<Deps, 'db' | 'clock'>,
  organizationId: string,
  given: Given,
): Promise<ImportFile> {
  const timeZone = await zoneOfTimes(deps, organizationId, given.timeZone)
  const csv = readFile(given.content, given.separator)
  const headers = csv.header.cells
  const { mapping, isComplete, dateOrder, rememberedOrder, ...chosen } = await given.choose(headers)
  const suggested = suggestColumns(headers, mapping, { isComplete })
  const records = await readAll(csv)
  const timeHeader = suggested.columns.get('completedAtTime')?.header ?? ''
  const isTimeGuessed = mapping?.completedAtTime === undefined && isBareTime(timeHeader)
  const suggestion =
    isTimeGuessed && !areTimesOfDay(endsIn(records, suggested.columns))
      ? suggestColumns(headers, mapping, { isComplete, hasNoTimes: true })
      : suggested
  const dateCells = await findDates(records, suggestion.columns)
  const usual = rememberedOrder ?? usualDateOrder(countryOfTimeZone(timeZone))
  const found = findDateOrder(dateCells, usual)
  const order = dateOrder ?? (found.isSure ? undefined : rememberedOrder) ?? found.order
  const now = deps.clock.now()
  const dateRules: DateRules = {
    timeZone,
    dateOrder: order,
    now,
    dateSystem: given.dateSystem,
    isShortYearUnclear: isShortYearUnclear(dateCells, { order, now }),
  }
  const country = chosen.country ?? countryOfTimeZone(timeZone)
  const rows = { records, columns: suggestion.columns }
  return {
    fileName: given.fileName,
    headers,
    records,
    suggestion,
    dates: { ...found, order },
    dateRules,
    reading: {
      separator: csv.separator,
      dates: exampleDates(dateCells, dateRules),
      country,
      number: exampleNumber(rows, country),
    },
    hasNumbersForDates: dateCells.some(({ date }) => date.form === 'serial'),
  }
}

async function zoneOfTimes(
  deps: Pick<Deps, 'db'>,
  organizationId: string,
  timeZone: string | undefined,
): Promise<string> {
  const organization = await inOrganization(deps.db, organizationId, (tx) =>
    tx.organization.findUnique({ where: { id: organizationId }, select: { timeZone: true } }),
  )
  if (organization === null) throw new DomainError('not_found', 'There is no such organization.')
  if (timeZone === undefined) return organization.timeZone
  if (isTimeZone(timeZone)) return timeZone
  throw fieldError(
    'invalid_input',
    'timeZone',
    'This time zone is not known; use a name like America/New_York.',
  )
}

/** How files of spreadsheet programs, new and old, and PDFs begin when read as text. */
const foreignBeginnings = ['PK\u0003\u0004', '\uFFFD\uFFFD\u0011', '%PDF']

const refuse = (message: string) => fieldError('invalid_input', 'content', message)

function readFile(content: string, separator: string | undefined): CsvFile {
  if (foreignBeginnings.some((beginning) => content.startsWith(beginning))) {
    throw refuse('This is not a CSV file. Open it in its program and save it as CSV.')
  }
  const csv = readCsv(content, separator)
  if (csv === null) throw refuse('The file is empty.')
  const { cells, raw } = csv.header
  if (cells.length > MAX_COLUMNS || raw.length > MAX_LINE_LENGTH) {
    throw refuse(
      'The first line has more than 500 headings or 100,000 characters. Keep the columns that tell of the visits, 500 at most.',
    )
  }
  return csv
}

async function readAll(csv: CsvFile): Promise<CsvRecord[]> {
  const records: CsvRecord[] = []
  let lines = 0
  await inTurns(csv.records, (record) => {
    lines += 1
    if (record === null && lines <= MAX_LINES) return
    if (record === null || records.length === MAX_ROWS) {
      throw refuse('The file has more than 50,000 rows. Split it into files of 50,000 at most.')
    }
    records.push(record)
  })
  return records
}

function* endsIn(records: readonly CsvRecord[], columns: ImportColumns) {
  for (const record of records) {
    const date = cellOf(record, columns, 'completedAt')
    yield { date, time: cellOf(record, columns, 'completedAtTime') }
  }
}

async function findDates(records: readonly CsvRecord[], columns: ImportColumns) {
  const dateCells: DateCell[] = []
  await inTurns(records, (record) => {
    for (const field of ['completedAt', 'appointmentDate'] as const) {
      const cell = dateCellOf(record, columns, field)
      // A time that cannot be read says nothing against what its date tells of their order.
      if (cell !== null) dateCells.push(cell.timed ?? cell.day)
    }
  })
  return dateCells
}
