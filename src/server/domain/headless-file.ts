import type { Temporal } from 'temporal-polyfill'
import { DomainError } from './errors.ts'
import type { ImportColumns } from './import-columns.ts'
import type { DateOrder } from './import-date-forms.ts'
import { readDateTime } from './import-date-time.ts'
import { countryOfTimeZone, readPhoneNumber } from './phone-number.ts'

const DATE_ORDERS: readonly DateOrder[] = ['month_first', 'day_first']

/**
 * Throws `invalid_input` for a file that begins with a visit where its headings should be. What is
 * chosen for headings is kept, and the name and number of a customer must not be kept with it.
 */
export function refuseHeadlessFile(
  columns: ImportColumns,
  { timeZone, now }: { timeZone: string; now: Temporal.Instant },
): void {
  const heading = (field: 'customerPhone' | 'completedAt') => columns.get(field)?.header ?? ''
  const isData = {
    customerPhone: readPhoneNumber(heading('customerPhone'), countryOfTimeZone(timeZone)).ok,
    completedAt: DATE_ORDERS.some(
      (dateOrder) => readDateTime(heading('completedAt'), { timeZone, dateOrder, now }).ok,
    ),
  }
  const fields = (['customerPhone', 'completedAt'] as const).filter((field) => isData[field])
  if (fields.length === 0) return
  const message = 'The first row must hold the headings of the columns.'
  const issues = fields.map((field) => ({ path: `mapping.${field}`, message }))
  throw new DomainError('invalid_input', message, issues)
}
