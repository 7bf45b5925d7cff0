import type { ImportField } from '../../../server/domain/import-columns.ts'
import type { DateOrder } from '../../../server/domain/import-date-time.ts'
import type { ImportUndone, PastImport } from '../../../server/domain/import-file.schema.ts'
import type { ImportReport } from '../../../server/domain/import-report.schema.ts'

export const FIELD_WORDS: Record<ImportField, string> = {
  externalId: 'Order number',
  customerName: 'Customer name',
  customerPhone: 'Telephone',
  customerTimeZone: 'Customer’s time zone',
  vehicle: 'Vehicle',
  make: 'Make',
  model: 'Model',
  year: 'Year',
  vehicleNumber: 'Vehicle number',
  vin: 'VIN',
  serviceType: 'Service type',
  appointmentDate: 'Appointment',
  completedAt: 'Completed',
  serviceAdvisorName: 'Service advisor',
}

const fieldWords = new Map<string, string>(Object.entries(FIELD_WORDS))
export const fieldName = (field: string): string => fieldWords.get(field) ?? field

const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** What an import would do, before it does it. */
export function describeOutcome(report: ImportReport): string {
  const { totalRows, created, updated, unchanged, callsCreated, badRows } = report
  if (totalRows === 0) return 'The file has no rows below its headings.'
  const badLines = new Set(badRows.map(({ line }) => line)).size
  const bad = badLines === 0 ? '' : ` ${count(badLines, 'row', 'rows')} would be left out.`
  if (created + updated === 0) {
    const known = unchanged > 0 ? 'Nothing would change: all is here already.' : ''
    return `${known}${bad}`.trim()
  }
  const parts = [
    created > 0 ? `bring ${count(created, 'new visit', 'new visits')}` : '',
    updated > 0 ? `change ${count(updated, 'visit', 'visits')}` : '',
    callsCreated > 0 ? `schedule ${count(callsCreated, 'call', 'calls')}` : '',
  ].filter((part) => part !== '')
  return `This import would ${parts.join(', ')}. Nothing has been written yet.${bad}`
}

export function describeUndone({ visitsRemoved, visitsRestored, callsRemoved }: ImportUndone) {
  const parts = [
    visitsRemoved > 0 ? `${count(visitsRemoved, 'visit', 'visits')} removed` : '',
    callsRemoved > 0 ? `${count(callsRemoved, 'call', 'calls')} taken back` : '',
    visitsRestored > 0 ? `${count(visitsRestored, 'visit', 'visits')} put back as before` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'Nothing could be taken back.' : `${parts.join(', ')}.`
}

const STATUS_WORDS: Record<PastImport['status'], string> = {
  running: 'running',
  done: '',
  canceled: 'stopped half-way',
  broken_off: 'broke off half-way',
  undone: 'undone',
}

export function describePast({ created, updated, callsCreated, status, ...past }: PastImport) {
  const by = status === 'undone' && past.undoneByName ? ` by ${past.undoneByName}` : ''
  return [
    created > 0 ? count(created, 'new visit', 'new visits') : '',
    updated > 0 ? count(updated, 'changed visit', 'changed visits') : '',
    callsCreated > 0 ? count(callsCreated, 'call', 'calls') : '',
    `${STATUS_WORDS[status]}${by}`,
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** `11/10/2026 09:30` as a day in words, read in one of the two orders. */
export function readExample(example: string, order: DateOrder): string {
  const [first = '', second = '', year = ''] = example.split(/[/.\- T,]/)
  const [month, day] = order === 'month_first' ? [first, second] : [second, first]
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' })
}
