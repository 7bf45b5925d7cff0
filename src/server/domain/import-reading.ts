import type { CountryCode } from 'libphonenumber-js/min'
import type { ImportColumns } from './import-columns.ts'
import type { CsvRecord } from './import-csv-records.ts'
import type { DateCell, DateForm } from './import-date-forms.ts'
import { type DateRules, type DateTimeReading, readParsedDate } from './import-date-time.ts'
import { cellOf } from './import-row.ts'
import { shorten } from './import-text.ts'
import { readPhoneNumber } from './phone-number.ts'

type Example = { written: string; readAs: string }
type Rows = { records: readonly CsvRecord[]; columns: ImportColumns }

// Each costs much more than to tell how a date is written.
const MOST_IN_VAIN = 1000

/** Of each way in which dates of a file are written, the first one and what it is read as. */
export function exampleDates(cells: readonly DateCell[], rules: DateRules): Example[] {
  const examples = new Map<DateForm, Example>()
  let inVain = 0
  for (const { written, date } of cells) {
    if (examples.has(date.form)) continue
    const reading = readParsedDate(date, rules)
    if (!reading.ok) inVain += 1
    if (inVain === MOST_IN_VAIN) break
    if (!reading.ok) continue
    examples.set(date.form, { written: written.trim(), readAs: asLocal(reading, rules.timeZone) })
  }
  return [...examples.values()]
}

/** `2026-11-03`, or with its time `2026-11-03T17:30`. */
function asLocal({ at, day }: DateTimeReading & { ok: true }, timeZone: string): string {
  const local = (day?.from ?? at).toZonedDateTimeISO(timeZone).toPlainDateTime()
  return day === null ? local.toString({ smallestUnit: 'minute' }) : local.toPlainDate().toString()
}

const LOOKED_AT = 2000

/**
 * A telephone number near the top of a file that is written without its country; `readAs` is null
 * where none of them can be one of this country, which may then be the wrong one.
 */
export function exampleNumber(
  { records, columns }: Rows,
  country: CountryCode,
): { written: string; readAs: string | null } | null {
  let unreadable: string | null = null
  for (const record of records.slice(0, LOOKED_AT)) {
    const written = cellOf(record, columns, 'customerPhone').trim()
    if (!/\d/.test(written) || /^['\s(]*(\+|00)/.test(written)) continue
    const reading = readPhoneNumber(written, country)
    if (reading.ok) return { written: shorten(written), readAs: reading.phoneNumber }
    unreadable ??= shorten(written)
  }
  return unreadable === null ? null : { written: unreadable, readAs: null }
}
