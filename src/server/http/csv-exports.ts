import { readCalls } from '../db/call-row.ts'
import { readCases } from '../db/case-row.ts'
import { listAuditEntries } from '../db/list-audit-entries.ts'
import { listCallIds } from '../db/list-calls.ts'
import { listCaseIds } from '../db/list-cases.ts'
import { readDatabaseTime } from '../db/read-database-time.ts'
import { type AuditEntry, auditFilterSchema } from '../domain/audit.schema.ts'
import { type Call, callTabSchema } from '../domain/call.schema.ts'
import { callFilterSchema } from '../domain/call-filter.schema.ts'
import { type Case, caseListInputSchema } from '../domain/case.schema.ts'
import { insightsExportSchema } from '../domain/insights.schema.ts'
import { type InsightsRow, insightsRows } from '../domain/insights-rows.ts'
import { readInsights } from '../services/read-insights.ts'
import { byCursor, byIds, defineExport, pageSize } from './csv-export.ts'
import type { CsvColumn } from './write-csv.ts'

/** The headers of a visit's fields are those by which the import knows them again. */
const callColumns: CsvColumn<Call>[] = [
  { header: 'Order number', cell: (call) => call.externalId },
  { header: 'Customer name', cell: (call) => call.customerName },
  { header: 'Phone number', cell: (call) => call.phoneNumber },
  { header: 'Make', cell: (call) => call.vehicleInfo.make },
  { header: 'Model', cell: (call) => call.vehicleInfo.model },
  { header: 'Year', cell: (call) => call.vehicleInfo.year },
  { header: 'Vehicle number', cell: (call) => call.vehicleInfo.vehicleNumber },
  { header: 'VIN', cell: (call) => call.vehicleInfo.vin },
  { header: 'Service type', cell: (call) => call.serviceType },
  { header: 'Service advisor', cell: (call) => call.serviceAdvisorName },
  { header: 'Completed', cell: (call) => call.serviceCompletedAt },
  { header: 'Call status', cell: (call) => call.status },
  { header: 'Outcome', cell: (call) => call.outcome },
  { header: 'Due', cell: (call) => call.dueAt },
  { header: 'Call started', cell: (call) => call.startTime },
  { header: 'Call ended', cell: (call) => call.endTime },
  { header: 'Duration in seconds', cell: (call) => call.durationSec },
  { header: 'Attempts', cell: (call) => call.attemptCount },
  { header: 'NPS score', cell: (call) => call.npsScore },
  { header: 'Rating', cell: (call) => call.rating },
  { header: 'Feedback summary', cell: (call) => call.feedbackSummary },
  { header: 'Overall feedback', cell: (call) => call.overallFeedback },
  { header: 'Praise', cell: (call) => call.positiveMentions.join('\n') },
  { header: 'To improve', cell: (call) => call.areasToImprove.join('\n') },
  { header: 'Notes', cell: (call) => call.notes },
  { header: 'Tags', cell: (call) => call.tags.join(', ') },
  { header: 'Sample', cell: (call) => (call.isSample ? 'yes' : 'no') },
  { header: 'Call id', cell: (call) => call.id },
]

const caseColumns: CsvColumn<Case>[] = [
  { header: 'Case status', cell: (each) => each.status },
  { header: 'Opened', cell: (each) => each.openedAt },
  { header: 'Due', cell: (each) => each.dueAt },
  { header: 'Overdue', cell: (each) => (each.isOverdue ? 'yes' : 'no') },
  { header: 'Owner', cell: (each) => each.ownerName },
  { header: 'Closed', cell: (each) => each.closedAt },
  { header: 'Closed by', cell: (each) => each.closedByName },
  { header: 'What was done', cell: (each) => each.resolution },
  { header: 'Order number', cell: (each) => each.externalId },
  { header: 'Customer name', cell: (each) => each.customerName },
  { header: 'Phone number', cell: (each) => each.phoneNumber },
  { header: 'Service type', cell: (each) => each.serviceType },
  { header: 'Service advisor', cell: (each) => each.serviceAdvisorName },
  { header: 'NPS score', cell: (each) => each.npsScore },
  { header: 'Feedback summary', cell: (each) => each.feedbackSummary },
  { header: 'To improve', cell: (each) => each.areasToImprove.join('\n') },
  { header: 'Call id', cell: (each) => each.callId },
]

const auditColumns: CsvColumn<AuditEntry>[] = [
  { header: 'Time', cell: (entry) => entry.createdAt },
  { header: 'Who', cell: (entry) => entry.actorName },
  { header: 'Kind of actor', cell: (entry) => entry.actorKind },
  { header: 'Actor id', cell: (entry) => entry.actorId },
  { header: 'What', cell: (entry) => entry.action },
  { header: 'Kind of subject', cell: (entry) => entry.subjectType },
  { header: 'Subject id', cell: (entry) => entry.subjectId },
  { header: 'Before', cell: (entry) => entry.before && JSON.stringify(entry.before) },
  { header: 'After', cell: (entry) => entry.after && JSON.stringify(entry.after) },
  { header: 'Entry id', cell: (entry) => entry.id },
]

const insightsColumns: CsvColumn<InsightsRow>[] = [
  { header: 'Figure', cell: (row) => row.figure },
  { header: 'Name', cell: (row) => row.name },
  { header: 'From', cell: (row) => row.from },
  { header: 'To', cell: (row) => row.to },
  { header: 'NPS', cell: (row) => row.nps?.score ?? null },
  { header: 'NPS from (95%)', cell: (row) => row.nps?.interval95?.low ?? null },
  { header: 'NPS to (95%)', cell: (row) => row.nps?.interval95?.high ?? null },
  { header: 'Answers', cell: (row) => row.nps?.n ?? null },
  { header: 'Promoters', cell: (row) => row.nps?.promoters ?? null },
  { header: 'Passives', cell: (row) => row.nps?.passives ?? null },
  { header: 'Detractors', cell: (row) => row.nps?.detractors ?? null },
  { header: 'Rank', cell: (row) => row.rank },
  { header: 'Calls', cell: (row) => row.calls },
  { header: 'Of calls', cell: (row) => row.share?.n ?? null },
  { header: 'Percent', cell: (row) => row.share?.percent ?? null },
  { header: 'Percent from (95%)', cell: (row) => row.share?.interval95?.low ?? null },
  { header: 'Percent to (95%)', cell: (row) => row.share?.interval95?.high ?? null },
]

/** Everything that can be taken away as a file. */
export const csvExports = [
  defineExport({
    path: '/calls/export.csv',
    fileName: 'calls',
    summary: "Export a tab's calls as CSV for a spreadsheet",
    tag: 'Calls',
    right: 'calls.read',
    inputSchema: callFilterSchema.extend({ tab: callTabSchema }).strict(),
    columns: callColumns,
    pages: byIds({
      readIds: (tx, { organizationId, input: { tab, ...filter } }) =>
        listCallIds(tx, organizationId, { tab, filter }),
      readRows: (tx, { organizationId, ids }) => readCalls(tx, organizationId, ids),
    }),
  }),
  defineExport({
    path: '/cases/export.csv',
    fileName: 'cases',
    summary: 'Export open or closed cases as CSV for a spreadsheet',
    tag: 'Cases',
    right: 'visits.read',
    inputSchema: caseListInputSchema
      .pick({ status: true, ownerId: true, isOverdue: true, closedWithinDays: true })
      .strict(),
    columns: caseColumns,
    pages: byIds({
      async readIds(tx, { organizationId, input }) {
        const now = await readDatabaseTime(tx)
        return listCaseIds(tx, organizationId, { ...input, now })
      },
      async readRows(tx, { organizationId, ids }) {
        const now = await readDatabaseTime(tx)
        return readCases(tx, { organizationId, ids, now })
      },
    }),
  }),
  defineExport({
    path: '/insights/export.csv',
    fileName: 'insights',
    summary: 'Export the figures of a period as CSV for a spreadsheet',
    tag: 'Insights',
    right: 'insights.read',
    inputSchema: insightsExportSchema,
    columns: insightsColumns,
    pages: byCursor(async (tx, { organizationId, input }) => {
      const { step, firstWeekday, ...period } = input
      const insights = await readInsights(tx, { organizationId, period })
      return { rows: insightsRows(insights, step, firstWeekday), nextCursor: null }
    }),
  }),
  defineExport({
    path: '/audit-entries/export.csv',
    fileName: 'audit-log',
    summary: 'Export the audit log as CSV for a spreadsheet; for owners who are signed in',
    tag: 'Audit log',
    right: 'audit.read',
    inputSchema: auditFilterSchema,
    columns: auditColumns,
    pages: byCursor(async (tx, { organizationId, input, cursor }) => {
      const asked = { ...input, limit: pageSize, cursor }
      const page = await listAuditEntries(tx, organizationId, asked)
      return { rows: page.entries, nextCursor: page.nextCursor }
    }),
  }),
]
