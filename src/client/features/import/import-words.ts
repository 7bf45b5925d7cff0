import type { ImportField } from '../../../server/domain/import-columns.ts'
import type { DateOrder } from '../../../server/domain/import-date-forms.ts'
import type { ImportUndone, PastImport } from '../../../server/domain/import-file.schema.ts'
import type { ImportReport } from '../../../server/domain/import-report.schema.ts'
import { joinWords } from '../../i18n/join-words.ts'
import { plural, t } from '../../i18n/t.ts'
import { readerLocale } from '../../lib/reader-locale.ts'

export const FIELD_WORDS: Record<ImportField, string> = {
  externalId: t('Order number'),
  customerName: t('Customer name'),
  customerLastName: t('Last name'),
  customerPhone: t('Telephone'),
  customerTimeZone: t('Customer’s time zone'),
  vehicle: t('Vehicle'),
  make: t('Make'),
  model: t('Model'),
  year: t('Year'),
  vehicleNumber: t('Vehicle number'),
  vin: 'VIN',
  serviceType: t('Service type'),
  appointmentDate: t('Appointment'),
  completedAt: t('Completed|visit'),
  completedAtTime: t('Time of completion'),
  serviceAdvisorName: t('Service advisor'),
}

const fieldWords = new Map<string, string>(Object.entries(FIELD_WORDS))
export const fieldName = (field: string): string => fieldWords.get(field) ?? field

/** What an import would do, before it does it. */
export function describeOutcome(report: ImportReport): string {
  if (report.totalRows === 0) return t('The file has no rows below its headings.')
  const { badRowCount } = report
  const bad =
    badRowCount > 0 &&
    plural(badRowCount, '{n} row would be left out.', '{n} rows would be left out.')
  return [describeChanges(report), bad].filter((sentence) => sentence).join(' ')
}

function describeChanges({ created, updated, unchanged, callsCreated }: ImportReport): string {
  if (created + updated === 0) {
    return unchanged > 0 ? t('Nothing would change: all is here already.') : ''
  }
  const actions = [
    created > 0 && plural(created, 'bring {n} new visit', 'bring {n} new visits'),
    updated > 0 && plural(updated, 'change {n} visit', 'change {n} visits'),
    callsCreated > 0 && plural(callsCreated, 'schedule {n} call', 'schedule {n} calls'),
  ]
  return t('This import would {actions}. Nothing has been written yet.', {
    actions: joinWords(actions.filter((action) => action !== false)),
  })
}

export function describeUndone({ visitsRemoved, visitsRestored, callsRemoved }: ImportUndone) {
  const parts = [
    visitsRemoved > 0 && plural(visitsRemoved, '{n} visit removed', '{n} visits removed'),
    callsRemoved > 0 && plural(callsRemoved, '{n} call taken back', '{n} calls taken back'),
    visitsRestored > 0 &&
      plural(visitsRestored, '{n} visit put back as before', '{n} visits put back as before'),
  ].filter((part) => part !== false)
  return parts.length === 0 ? t('Nothing could be taken back.') : `${parts.join(', ')}.`
}

const STATUS_WORDS: Record<PastImport['status'], string> = {
  running: t('running'),
  done: '',
  canceled: t('stopped half-way'),
  broken_off: t('broke off half-way'),
  undone: t('undone'),
}

export function describePast({ created, updated, callsCreated, status, ...past }: PastImport) {
  const isUndoneBySomebody = status === 'undone' && past.undoneByName
  return [
    created > 0 && plural(created, '{n} new visit', '{n} new visits'),
    updated > 0 && plural(updated, '{n} changed visit', '{n} changed visits'),
    callsCreated > 0 && plural(callsCreated, '{n} call', '{n} calls'),
    isUndoneBySomebody ? t('undone by {name}', { name: isUndoneBySomebody }) : STATUS_WORDS[status],
  ]
    .filter((part) => part)
    .join(' · ')
}

const SEPARATOR_WORDS = new Map([
  [',', t('commas')],
  [';', t('semicolons')],
  ['\t', t('tabs')],
  ['|', t('vertical bars')],
])

export const separatorsInWords = (separator: string): string =>
  SEPARATOR_WORDS.get(separator) ?? `“${separator}”`

/** `11/10/2026 09:30` as a day in words, read in one of the two orders. */
export function readExample(example: string, order: DateOrder): string {
  const [, first, second, year = ''] = /(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})/.exec(example) ?? []
  const [month, day] = order === 'month_first' ? [first, second] : [second, first]
  const fullYear = Number(year.length === 2 ? `20${year}` : year)
  const date = new Date(Date.UTC(fullYear, Number(month) - 1, Number(day)))
  return date.toLocaleDateString(readerLocale(), { dateStyle: 'long', timeZone: 'UTC' })
}

/** `2026-11-03`, with its time or without, in words. */
export function localDateInWords(local: string): string {
  const timeStyle = local.includes('T') ? ('short' as const) : undefined
  return new Date(`${local.slice(0, 10)}T${local.slice(11, 16) || '00:00'}Z`).toLocaleString(
    readerLocale(),
    { dateStyle: 'long', timeStyle, timeZone: 'UTC' },
  )
}
