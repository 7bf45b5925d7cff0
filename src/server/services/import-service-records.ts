import { setImmediate as nextTurn } from 'node:timers/promises'
import type { z } from 'zod'
import { inOrganization } from '../db/in-organization.ts'
import type { Deps } from '../deps.ts'
import type { Actor } from '../domain/actor.ts'
import { DomainError } from '../domain/errors.ts'
import { type ImportColumns, mapColumns } from '../domain/import-columns.ts'
import { type CsvFile, type CsvRecord, readCsv } from '../domain/import-csv-records.ts'
import { detectDateOrder, usualDateOrder } from '../domain/import-date-time.ts'
import type { ImportReport } from '../domain/import-report.schema.ts'
import { type ImportedVisit, type RowRules, readRow } from '../domain/import-row.ts'
import { countryOfTimeZone } from '../domain/phone-number.ts'
import type { importInputSchema } from '../domain/service-record.schema.ts'
import { isTimeZone } from '../domain/zone-clock.ts'
import { importBatch } from './import-batch.ts'
import { loadScheduleConfig } from './load-schedule-config.ts'

const ROWS_PER_BATCH = 500

/**
 * Lands the good rows of a CSV file, batch by batch, and reports the bad ones. The same file again
 * changes nothing. Throws `invalid_input` for a file that cannot be read at all; an abort takes
 * effect between batches and leaves those that have landed.
 */
export async function importServiceRecords(
  deps: Pick<Deps, 'db' | 'clock' | 'feed' | 'zonesOfPhone'>,
  by: { organizationId: string; actor: Actor },
  input: z.infer<typeof importInputSchema> & { signal?: AbortSignal },
): Promise<ImportReport> {
  const { organizationId } = by
  const { fileName, signal } = input
  const timeZone = await zoneOfTimes(deps, organizationId, input.timeZone)
  const csv = readFile(input.content)
  const headers = csv.header.cells
  const columns = mapColumns(headers, input.mapping)
  const records = await readInTurns(csv)
  const rules: RowRules = {
    columns,
    headers,
    timeZone,
    country: countryOfTimeZone(timeZone),
    dateOrder: findDateOrder(records, columns, timeZone),
    now: deps.clock.now(),
    firstLineOf: createLineMemory(),
  }
  const { calendar } = await inOrganization(deps.db, organizationId, (tx) =>
    loadScheduleConfig(tx, { organizationId, campaignId: null }),
  )
  const report: ImportReport = {
    fileName,
    totalRows: records.length,
    ...{ created: 0, unchanged: 0, updated: 0, withoutCall: 0, callsCreated: 0 },
    callsJoined: 0,
    badRows: [],
    columns: [...columns].map(([field, { header }]) => ({ field, header })),
  }
  for (let from = 0; from < records.length; from += ROWS_PER_BATCH) {
    signal?.throwIfAborted()
    const visits: ImportedVisit[] = []
    for (const record of records.slice(from, from + ROWS_PER_BATCH)) {
      const reading = readRow(record, rules)
      if (reading.ok) visits.push(reading.visit)
      else report.badRows.push(...reading.badCells)
    }
    if (visits.length === 0) continue
    const landed = await importBatch(deps, { ...by, fileName, visits, calendar, now: rules.now })
    report.created += landed.created
    report.updated += landed.updated
    report.unchanged += visits.length - landed.created - landed.updated
    report.withoutCall += landed.withoutCall
    report.callsCreated += landed.callsCreated
    report.callsJoined += landed.callsJoined
  }
  return report
}

async function zoneOfTimes(
  deps: Pick<Deps, 'db'>,
  organizationId: string,
  timeZone: string | undefined,
): Promise<string> {
  const organization = await inOrganization(deps.db, organizationId, (tx) =>
    tx.organization.findUnique({ where: { id: organizationId }, select: { timeZone: true } }),
  )
  if (organization === null) throw new DomainError('not_found', 'There is no such organization.')
  if (timeZone === undefined) return organization.timeZone
  if (isTimeZone(timeZone)) return timeZone
  const message = 'This time zone is not known; use a name like America/New_York.'
  throw new DomainError('invalid_input', message, [{ path: 'timeZone', message }])
}

/** How files of spreadsheet programs, new and old, and PDFs begin when read as text. */
const foreignBeginnings = ['PK\u0003\u0004', '\uFFFD\uFFFD\u0011', '%PDF']

function readFile(content: string): CsvFile {
  const refuse = (message: string) =>
    new DomainError('invalid_input', message, [{ path: 'content', message }])
  if (foreignBeginnings.some((beginning) => content.startsWith(beginning))) {
    throw refuse('This is not a CSV file. Open it in its program and save it as CSV.')
  }
  const csv = readCsv(content)
  if (csv === null) throw refuse('The file is empty.')
  return csv
}

/** Reads all records, but lets other work of the server have its turn in between. */
async function readInTurns(csv: CsvFile): Promise<CsvRecord[]> {
  const records: CsvRecord[] = []
  for (const record of csv.records) {
    records.push(record)
    if (records.length % ROWS_PER_BATCH === 0) await nextTurn()
  }
  return records
}

function findDateOrder(records: readonly CsvRecord[], columns: ImportColumns, timeZone: string) {
  const indexes = [columns.get('completedAt')?.index, columns.get('appointmentDate')?.index]
  const dates = indexes.flatMap((index) => records.map(({ cells }) => cells[index ?? -1] ?? ''))
  return detectDateOrder(dates, usualDateOrder(countryOfTimeZone(timeZone)))
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
