import type { ImportRun } from '../../../server/domain/import-file.schema.ts'
import { ofServer, t } from '../../i18n/t.ts'
import { writeCsvText } from './csv-text.ts'

/**
 * The bad rows with all their cells under the file's own headings, and beside each what is wrong:
 * mended there, the file can be imported as it is.
 */
export function mendedRowsCsv({ headings, badRecords, report }: ImportRun): string {
  const reasons = new Map<number, string[]>()
  for (const { line, column, reason } of report.badRows) {
    reasons.set(line, [...(reasons.get(line) ?? []), `${column}: ${ofServer(reason)}`])
  }
  const rows = badRecords.map(({ line, cells }) => {
    const padded = headings.map((_, index) => cells[index] ?? '')
    return [...padded, ...cells.slice(headings.length), (reasons.get(line) ?? []).join(' ')]
  })
  return writeCsvText([[...headings, t('To mend')], ...rows])
}
