import type { DbTransaction } from '../db/client.ts'
import { inOrganization } from '../db/in-organization.ts'
import { toDate } from '../db/instants.ts'
import { finishImport, forgetCheck, noteCheck, startImport } from '../db/visit-imports.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import type { CsvRecord } from '../domain/import-csv-records.ts'
import type { ImportRun } from '../domain/import-file.schema.ts'
import { type ImportReport, MAX_LISTED_BAD_ROWS } from '../domain/import-report.schema.ts'
import { type BadCell, type ImportedVisit, type RowRules, readRow } from '../domain/import-row.ts'
import { type BatchResult, importBatch, type LandingDeps, rehearseBatch } from './import-batch.ts'
import { inTurns } from './in-turns.ts'
import { loadScheduleConfig } from './load-schedule-config.ts'
import type { ImportFile } from './read-import-file.ts'

export type ImportDeps = LandingDeps & Pick<Deps, 'clock'>
type By = { organizationId: string; actor: Actor }
type OnBadRow = (record: CsvRecord, badCells: readonly BadCell[]) => void

/** Whoever retries or moves a call waits for the batch that is landing. */
const ROWS_PER_BATCH = 200

/** Lands the good rows of a file, batch by batch, until its end or until somebody cancels it. */
export async function runImport(
  deps: ImportDeps,
  by: By,
  input: { file: ImportFile; signal?: AbortSignal | undefined; onBadRow?: OnBadRow },
): Promise<Omit<ImportRun, 'headings' | 'badRecords'>> {
  const { file, signal, onBadRow } = input
  const { fileName, records } = file
  const { organizationId, actor } = by
  const { rules, calendar, report } = await prepare(deps, organizationId, file)
  const startedAt = toDate(rules.now)
  const importId = await inOrganization(deps.db, organizationId, (tx) =>
    startImport(tx, {
      organizationId,
      actor,
      fileName,
      startedAt,
      totalRows: records.length,
    }),
  )
  let readRows = 0
  let isCanceled = false
  try {
    while (readRows < records.length && !isCanceled) {
      signal?.throwIfAborted()
      const batch = records.slice(readRows, readRows + ROWS_PER_BATCH)
      const visits = takeGoodRows(batch, rules, report, onBadRow)
      const landed = await importBatch(deps, {
        ...by,
        fileName,
        visits,
        calendar,
        now: rules.now,
        importId,
        progress: { readRows: batch.length, badRows: batch.length - visits.length },
      })
      isCanceled = landed.isCanceled
      readRows += batch.length
      add(report, landed, visits.length)
    }
  } finally {
    const finishedAt = toDate(deps.clock.now())
    await noteEnd(deps, { organizationId, importId }, (tx, named) =>
      finishImport(tx, { ...named, finishedAt }),
    )
  }
  const { reading } = file
  return {
    importId,
    report,
    reading,
    readRows,
    isCanceled: isCanceled && readRows < records.length,
  }
}

/**
 * What an import would do now, by the same code in transactions that are rolled back; null where
 * somebody stopped it. The rows of a number stay together, since its visits share a call. While it
 * goes on, it is noted as an import is, for its progress to be seen.
 */
export async function planImport(
  deps: ImportDeps,
  by: By,
  { file, signal }: { file: ImportFile; signal?: AbortSignal | undefined },
): Promise<ImportReport | null> {
  const { fileName, records } = file
  const { organizationId, actor } = by
  const { rules, calendar, report } = await prepare(deps, organizationId, file)
  const { now } = rules
  const totalRows = records.length
  const started = { organizationId, actor, fileName, totalRows, startedAt: toDate(now) }
  const importId = await inOrganization(deps.db, organizationId, (tx) => startImport(tx, started))
  const note = (readRows: number) =>
    inOrganization(deps.db, organizationId, (tx) =>
      noteCheck(tx, { organizationId, importId, readRows }),
    )
  try {
    const all: ImportedVisit[] = []
    await inTurns(records, (record) => all.push(...takeGoodRows([record], rules, report)))
    let readRows = report.badRowCount
    for (const visits of batchesByNumber(all)) {
      signal?.throwIfAborted()
      if (await note(readRows)) return null
      const landed = await rehearseBatch(deps, { ...by, fileName, visits, calendar, now })
      add(report, landed, visits.length)
      readRows += visits.length
    }
    return report
  } finally {
    // What is left of it goes with a later import.
    await noteEnd(deps, { organizationId, importId }, forgetCheck)
  }
}

type Named = { organizationId: string; importId: string }

/** Notes that an import or a check has ended; where that fails, how it went is still what is told. */
async function noteEnd(
  deps: ImportDeps,
  named: Named,
  note: (tx: DbTransaction, named: Named) => Promise<void>,
): Promise<void> {
  try {
    await inOrganization(deps.db, named.organizationId, (tx) => note(tx, named))
  } catch (error) {
    deps.log.error({ err: error, ...named }, 'the end of an import or a check is not noted')
  }
}

async function prepare(deps: ImportDeps, organizationId: string, file: ImportFile) {
  const { fileName, headers, records, suggestion, dateRules, reading } = file
  const { columns } = suggestion
  const rules: RowRules = {
    ...dateRules,
    columns,
    headers,
    country: reading.country,
    firstLineOf: createLineMemory(),
  }
  const { calendar } = await inOrganization(deps.db, organizationId, (tx) =>
    loadScheduleConfig(tx, { organizationId, campaignId: null }),
  )
  const report: ImportReport = {
    fileName,
    totalRows: records.length,
    created: 0,
    unchanged: 0,
    updated: 0,
    withoutCall: 0,
    callsCreated: 0,
    callsJoined: 0,
    badRowCount: 0,
    badRows: [],
    columns: [...columns].map(([field, { header }]) => ({ field, header })),
  }
  return { rules, calendar, report }
}

/** The visits of the good rows; what is wrong with the others goes into the report. */
function takeGoodRows(
  records: ImportFile['records'],
  rules: RowRules,
  report: ImportReport,
  onBadRow?: OnBadRow,
) {
  const visits: ImportedVisit[] = []
  for (const record of records) {
    const reading = readRow(record, rules)
    if (reading.ok) {
      visits.push(reading.visit)
      continue
    }
    report.badRowCount += 1
    if (report.badRowCount <= MAX_LISTED_BAD_ROWS) report.badRows.push(...reading.badCells)
    onBadRow?.(record, reading.badCells)
  }
  return visits
}

function add(report: ImportReport, landed: BatchResult, visitCount: number): void {
  report.created += landed.created
  report.updated += landed.updated
  report.unchanged += visitCount - landed.created - landed.updated
  report.withoutCall += landed.withoutCall
  report.callsCreated += landed.callsCreated
  report.callsJoined += landed.callsJoined
}

/** Batches of about the usual size, each number whole in one of them. */
function* batchesByNumber(visits: readonly ImportedVisit[]): Generator<ImportedVisit[]> {
  const sorted = visits.toSorted((a, b) => compare(a.customerPhone, b.customerPhone))
  let batch: ImportedVisit[] = []
  for (const visit of sorted) {
    const isOther = visit.customerPhone !== batch.at(-1)?.customerPhone
    if (batch.length >= ROWS_PER_BATCH && isOther) {
      yield batch
      batch = []
    }
    batch.push(visit)
  }
  if (batch.length > 0) yield batch
}

/** Answers on which line an order stood before, and remembers the first one. */
function createLineMemory(): RowRules['firstLineOf'] {
  const lines = new Map<string, number>()
  return (externalId, line) => {
    const first = lines.get(externalId)
    if (first === undefined) lines.set(externalId, line)
    return first
  }
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)
