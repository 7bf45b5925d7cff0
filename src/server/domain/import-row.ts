import type { CountryCode } from 'libphonenumber-js/min'
import { Temporal } from 'temporal-polyfill'
import type { VehicleInfo } from './call.schema.ts'
import { mayHoldWholeName } from './import-column-pairs.ts'
import type { ImportColumns, ImportField } from './import-columns.ts'
import type { CsvRecord } from './import-csv-records.ts'
import { type DateCell, parseDate } from './import-date-forms.ts'
import { type DateRules, type DaySpan, readParsedDate } from './import-date-time.ts'
import type { ImportReport } from './import-report.schema.ts'
import { findTextProblem, isBlank, shorten, tidyText } from './import-text.ts'
import { withTimeOfDay } from './import-time-of-day.ts'
import { readVehicle, readYear } from './import-vehicle.ts'
import { readPhoneNumber } from './phone-number.ts'
import { isTimeZone } from './zone-clock.ts'

/** A visit as a row tells it; null is what the row leaves open. */
export type ImportedVisit = {
  externalId: string
  customerName: string
  customerPhone: string
  customerTimeZone: string | null
  vehicleInfo: VehicleInfo
  serviceType: string | null
  appointmentDate: Temporal.Instant | null
  completedAt: Temporal.Instant
  serviceAdvisorName: string | null
  /** Where the row says of an instant no more than its day. */
  days?: { appointmentDate?: DaySpan; completedAt?: DaySpan }
}

export type BadCell = ImportReport['badRows'][number]

export type RowReading = { ok: true; visit: ImportedVisit } | { ok: false; badCells: BadCell[] }

export type RowRules = DateRules & {
  columns: ImportColumns
  headers: readonly string[]
  country: CountryCode
  /** The line on which an order stood before in this file; notes `line` for one not seen yet. */
  firstLineOf: (externalId: string, line: number) => number | undefined
}

/** An apostrophe before what looks like a formula is how our exports keep spreadsheets from it. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+@-])/, '')

/**
 * The cell of a date, and as `timed` with what the one of its time adds, which is null where that
 * holds no time of the day; the whole is null where there is no date.
 */
export function dateCellOf(
  record: CsvRecord,
  columns: ImportColumns,
  field: 'appointmentDate' | 'completedAt',
): { day: DateCell; timed: DateCell | null } | null {
  const written = cellOf(record, columns, field)
  const date = parseDate(written)
  if (date === null) return null
  const day: DateCell = { written, date }
  const time = field === 'completedAt' ? cellOf(record, columns, 'completedAtTime') : ''
  if (isBlank(time)) return { day, timed: day }
  const timed = withTimeOfDay(date, time)
  if (timed === null || timed === date) return { day, timed: timed && day }
  return { day, timed: { written: `${written.trim()} ${time.trim()}`, date: timed } }
}

export const cellOf = ({ cells }: CsvRecord, columns: ImportColumns, field: ImportField): string =>
  withoutGuard(cells[columns.get(field)?.index ?? -1] ?? '')

const LONGEST_TEXT = 200

/** Reads one row, or names everything that is wrong with it. */
export function readRow(record: CsvRecord, rules: RowRules): RowReading {
  const misshapen = findWrongShape(record, rules.headers)
  if (misshapen) return { ok: false, badCells: [misshapen] }

  const badCells: BadCell[] = []
  const { columns, country, now } = rules
  const written = (field: ImportField) => cellOf(record, columns, field)
  /** Of a fault that is in two cells together, both are named. */
  const complain = (field: ImportField, reason: string, other?: ImportField) => {
    const fields = other !== undefined && columns.has(other) ? [field, other] : [field]
    const column = fields.map((one) => columns.get(one)?.header ?? one).join(' + ')
    const value = fields.map(written).join(' ')
    badCells.push({ line: record.line, column: shorten(column), value: shorten(value), reason })
  }
  /** The cell as clean text, null if empty or bad; `missing` says why it must not be empty. */
  const text = (
    field: ImportField,
    missing: string | null,
    maxLength = LONGEST_TEXT,
  ): string | null => {
    const value = written(field)
    const problem = isBlank(value) ? missing : findTextProblem(value, maxLength)
    if (problem !== null) complain(field, problem)
    return isBlank(value) || problem !== null ? null : tidyText(value)
  }
  const days: NonNullable<ImportedVisit['days']> = {}
  const instant = (field: 'appointmentDate' | 'completedAt'): Temporal.Instant | null => {
    const cell = dateCellOf(record, columns, field)
    if (cell?.timed === null) {
      complain('completedAtTime', 'This is not a time of day. Write it like 05:30 PM or 17:30.')
      return null
    }
    const reading = readParsedDate(cell?.timed.date ?? null, rules)
    if (!reading.ok) {
      complain(field, reading.reason)
      return null
    }
    if (reading.day !== null) days[field] = reading.day
    return reading.at
  }
  /** Of a name in two columns, either one will do. */
  const readName = (): string | null => {
    const filled = (['customerName', 'customerLastName'] as const).filter(
      (field) => !isBlank(written(field)),
    )
    const words = filled.flatMap((field) => text(field, null) ?? [])
    if (words.length < filled.length) return null
    const mayBeWhole = filled.some((field) => mayHoldWholeName(columns.get(field)?.header ?? ''))
    const name = joinName(words, mayBeWhole)
    const problem =
      filled.length === 0 ? 'The customer’s name is missing.' : findTextProblem(name, LONGEST_TEXT)
    if (problem !== null) complain('customerName', problem, 'customerLastName')
    return problem === null ? name : null
  }

  const externalId = text('externalId', 'The order number is missing.', 100)
  const firstLine = externalId === null ? undefined : rules.firstLineOf(externalId, record.line)
  if (firstLine !== undefined) {
    complain('externalId', `Order ${externalId} appears already on line ${firstLine}.`)
  }
  const customerName = readName()
  const phone = readPhoneNumber(written('customerPhone'), country)
  if (!phone.ok) complain('customerPhone', phone.reason)
  const customerTimeZone = text('customerTimeZone', null)
  if (customerTimeZone !== null && !isTimeZone(customerTimeZone)) {
    complain('customerTimeZone', 'This time zone is not known; use a name like America/New_York.')
  }
  const vehicle = readVehicle(text('vehicle', null) ?? '')
  const yearText = text('year', null)
  const year = yearText === null ? null : readYear(yearText)
  if (yearText !== null && year === null) complain('year', 'Write the year like 2022.')
  const vehicleInfo = {
    make: text('make', null) ?? vehicle.make,
    model: text('model', null) ?? vehicle.model,
    year: year ?? vehicle.year,
    vehicleNumber: text('vehicleNumber', null, 40),
    vin: text('vin', null, 40),
  }
  const serviceType = text('serviceType', null, 100)
  const appointmentDate = isBlank(written('appointmentDate')) ? null : instant('appointmentDate')
  if (appointmentDate !== null && isFarAhead(appointmentDate, now)) {
    complain('appointmentDate', 'This lies more than two years ahead. Look at the year.')
  }
  let completedAt: Temporal.Instant | null = null
  if (isBlank(written('completedAt'))) {
    complain('completedAt', 'The end of the visit is missing. Import the visit once it is closed.')
  } else completedAt = instant('completedAt')
  if (completedAt !== null && Temporal.Instant.compare(completedAt, now) > 0) {
    const why = 'This lies in the future. Import the visit once it is closed.'
    complain('completedAt', why, 'completedAtTime')
  }
  // Where the file names advisors at all, a visit without one would count for nobody's score.
  const advisorMissing = columns.has('serviceAdvisorName')
    ? 'The service advisor is missing.'
    : null
  const serviceAdvisorName = text('serviceAdvisorName', advisorMissing)

  if (badCells.length > 0 || !externalId || !customerName || !phone.ok || !completedAt) {
    return { ok: false, badCells }
  }
  const customerPhone = phone.phoneNumber
  return {
    ok: true,
    visit: {
      externalId,
      customerName,
      customerPhone,
      customerTimeZone,
      vehicleInfo,
      serviceType,
      appointmentDate,
      completedAt,
      serviceAdvisorName,
      ...(Object.keys(days).length > 0 && { days }),
    },
  }
}

/** Some systems write the whole name beside the last one, and that of a firm into both columns. */
function joinName([first = '', last = '']: readonly string[], mayBeWhole: boolean): string {
  const [short = '', long = ''] = [first, last].sort((a, b) => a.length - b.length)
  const [part, whole] = [short, long].map((name) => name.toLowerCase().replaceAll(',', ''))
  const isPart = ` ${whole} `.startsWith(` ${part} `) || ` ${whole} `.endsWith(` ${part} `)
  if (part === whole || (mayBeWhole && isPart)) return long
  return [first, last].filter((name) => name !== '').join(' ')
}

/** No workshop gives appointments for later than that. */
const LONGEST_AHEAD = Temporal.Duration.from({ hours: 2 * 366 * 24 })

const isFarAhead = (at: Temporal.Instant, now: Temporal.Instant) =>
  Temporal.Instant.compare(at, now.add(LONGEST_AHEAD)) > 0

function findWrongShape(record: CsvRecord, headers: readonly string[]): BadCell | null {
  const { line, cells, raw, problem } = record
  const say = (column: string | undefined, reason: string): BadCell => ({
    line,
    column: shorten(column?.trim() ?? ''),
    value: shorten(raw),
    reason,
  })
  if (problem !== null) return say(headers[0], problem)
  const counted = `it has ${cells.length} of ${headers.length} columns`
  if (cells.length < headers.length) {
    return say(headers[cells.length], `The line is cut short: ${counted}.`)
  }
  if (cells.slice(headers.length).some((cell) => !isBlank(cell))) {
    return say(
      headers.at(-1),
      `The line has ${cells.length} columns where the header has ${headers.length}. Put quotation marks around a value that holds the separator.`,
    )
  }
  return null
}
