import { isMendingHeading } from '../../../server/domain/import-columns.ts'
import type { ImportRun } from '../../../server/domain/import-file.schema.ts'
import { ofServer, t } from '../../i18n/t.ts'
import { writeCsvText } from './csv-text.ts'

type BadRowsOfRun = Pick<ImportRun, 'headings' | 'badRecords'>

/**
 * The bad rows with all their cells under the file's own headings, and beside each what is wrong:
 * mended there, the file can be imported as it is. What was wrong in an earlier round is left out.
 */
export function mendedRowsCsv({ headings, badRecords }: BadRowsOfRun): string {
  const own = (cells: readonly string[]) =>
    cells.filter((_, index) => !isMendingHeading(headings[index] ?? ''))
  const rows = badRecords.map(({ cells, problems }) => {
    const padded = headings.map((_, index) => cells[index] ?? '')
    const reasons = problems.map(({ column, reason }) => `${column}: ${ofServer(reason)}`)
    return [...own(padded), ...cells.slice(headings.length), reasons.join(' ')]
  })
  return writeCsvText([[...own(headings), t('To mend')], ...rows])
}
