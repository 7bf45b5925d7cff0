import type { ImportRun } from '../../../server/domain/import-file.schema.ts'
import { ofServer, t } from '../../i18n/t.ts'
import { writeCsvText } from './csv-text.ts'

type BadRowsOfRun = Pick<ImportRun, 'headings' | 'badRecords'>

/**
 * The bad rows with all their cells under the file's own headings, and beside each what is wrong:
 * mended there, the file can be imported as it is.
 */
export function mendedRowsCsv({ headings, badRecords }: BadRowsOfRun): string {
  const rows = badRecords.map(({ cells, problems }) => {
    const padded = headings.map((_, index) => cells[index] ?? '')
    const reasons = problems.map(({ column, reason }) => `${column}: ${ofServer(reason)}`)
    return [...padded, ...cells.slice(headings.length), reasons.join(' ')]
  })
  return writeCsvText([[...headings, t('To mend')], ...rows])
}
