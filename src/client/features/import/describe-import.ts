import type { ImportReport } from '../../../server/domain/import-report.schema.ts'

const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** A whole import in a sentence or two. */
export function describeImport(report: ImportReport): string {
  const { totalRows, created, updated, unchanged, callsCreated, callsJoined, badRows } = report
  if (totalRows === 0) return 'The file has no rows below its headings, so nothing changed.'
  const badLines = new Set(badRows.map(({ line }) => line)).size
  const bad =
    badLines === 0 ? '' : ` ${count(badLines, 'row needs', 'rows need')} mending; see below.`
  if (created + updated + unchanged === 0) return `No row could be imported.${bad}`
  if (created + updated === 0) {
    return `Nothing new: ${count(unchanged, 'visit was', 'visits were')} here already.${bad}`
  }
  const parts = [
    created > 0 ? `${count(created, 'new visit', 'new visits')}` : '',
    updated > 0 ? `${count(updated, 'visit', 'visits')} brought up to date` : '',
  ].filter((part) => part)
  const calls = callsCreated > 0 ? `, ${count(callsCreated, 'call', 'calls')} scheduled` : ''
  const joined =
    callsJoined > 0
      ? `, ${count(callsJoined, 'visit is', 'visits are')} asked about in the call of another`
      : ''
  return `${parts.join(', ')}${calls}${joined}.${bad}`
}
