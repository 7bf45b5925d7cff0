import type { DbTransaction } from './client.ts'
import type { Prisma } from './generated/client.ts'

/** Visits and calls with all that happened to them. */
export type HistoryRows = {
  advisors: Prisma.ServiceAdvisorCreateManyInput[]
  agents: Prisma.AgentCreateManyInput[]
  campaigns: Prisma.CampaignCreateManyInput[]
  records: Prisma.ServiceRecordCreateManyInput[]
  calls: Prisma.CallCreateManyInput[]
  attempts: AttemptHistoryRow[]
  transcripts: Prisma.TranscriptCreateManyInput[]
  audioFiles: Prisma.AudioFileCreateManyInput[]
  cases: Prisma.CaseCreateManyInput[]
  doNotCall: Prisma.DoNotCallCreateManyInput[]
  scheduleConfigs: Prisma.ScheduleConfigCreateManyInput[]
}
export type AttemptHistoryRow = Prisma.CallAttemptCreateManyInput

/** Inserts a past that nobody has watched: no feed events, and the tab counts are the caller's. */
export async function insertHistory(tx: DbTransaction, rows: HistoryRows): Promise<void> {
  await insertRows(tx, 'ServiceAdvisor', rows.advisors)
  await insertRows(tx, 'Agent', rows.agents)
  await insertRows(tx, 'Campaign', rows.campaigns)
  await insertRows(tx, 'ScheduleConfig', rows.scheduleConfigs)
  await insertRows(tx, 'ServiceRecord', rows.records)
  await insertRows(tx, 'Call', rows.calls)
  await insertRows(tx, 'CallAttempt', rows.attempts)
  await insertRows(tx, 'Transcript', rows.transcripts)
  await insertRows(tx, 'AudioFile', rows.audioFiles)
  await insertRows(tx, 'Case', rows.cases)
  // Whoever is on the list already stays so, with the reason that stands there.
  await insertRows(tx, 'DoNotCall', rows.doNotCall, 'on conflict do nothing')
}

/**
 * One statement per table: a first start waits for these rows, and `createMany` takes a second of
 * computing for them. Columns that the first row does not name get their defaults.
 */
async function insertRows(
  tx: DbTransaction,
  table: keyof typeof Prisma.ModelName,
  rows: readonly object[],
  onConflict = '',
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first)
    .map((name) => `"${name}"`)
    .join(', ')
  await tx.$executeRawUnsafe(
    `insert into "${table}" (${columns})
     select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb) ${onConflict}`,
    JSON.stringify(rows),
  )
}
