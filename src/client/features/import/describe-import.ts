import type { ImportReport } from '../../../server/domain/import-report.schema.ts'
import { plural, t } from '../../i18n/t.ts'

/** A whole import in a sentence or two. */
export function describeImport(report: ImportReport): string {
  if (report.totalRows === 0) {
    return t('The file has no rows below its headings, so nothing changed.')
  }
  const { badRowCount } = report
  const bad =
    badRowCount > 0 &&
    plural(badRowCount, '{n} row needs mending; see below.', '{n} rows need mending; see below.')
  return [describeGood(report), bad].filter((sentence) => sentence).join(' ')
}

function describeGood(report: ImportReport): string {
  const { created, updated, unchanged, callsCreated, callsJoined } = report
  if (created + updated + unchanged === 0) return t('No row could be imported.')
  if (created + updated === 0) {
    return plural(
      unchanged,
      'Nothing new: {n} visit was here already.',
      'Nothing new: {n} visits were here already.',
    )
  }
  const parts = [
    created > 0 && plural(created, '{n} new visit', '{n} new visits'),
    updated > 0 && plural(updated, '{n} visit brought up to date', '{n} visits brought up to date'),
    callsCreated > 0 && plural(callsCreated, '{n} call scheduled', '{n} calls scheduled'),
    callsJoined > 0 &&
      plural(
        callsJoined,
        '{n} visit is asked about in the call of another',
        '{n} visits are asked about in the call of another',
      ),
  ]
  return `${parts.filter((part) => part).join(', ')}.`
}
