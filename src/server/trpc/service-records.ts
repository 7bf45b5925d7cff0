import { z } from 'zod'
import { toDate } from '../db/instants.ts'
import { listServiceRecords } from '../db/list-service-records.ts'
import { findReadingChoice } from '../db/reading-choices.ts'
import { listImports, readRunningImport } from '../db/visit-imports.ts'
import {
  importFileInputSchema,
  importFileResultSchema,
  importIdSchema,
  importUndoneSchema,
  pastImportSchema,
  pastImportsInputSchema,
  pastImportsPageSchema,
  readingChoiceInputSchema,
  readingChoiceSchema,
} from '../domain/import-file.schema.ts'
import { importReportSchema } from '../domain/import-report.schema.ts'
import {
  importInputSchema,
  serviceRecordCreatedSchema,
  serviceRecordCreateSchema,
  serviceRecordListInputSchema,
  serviceRecordPageSchema,
} from '../domain/service-record.schema.ts'
import { createServiceRecord } from '../services/create-service-record.ts'
import { importFile } from '../services/import-file.ts'
import { importServiceRecords } from '../services/import-service-records.ts'
import { stopImport } from '../services/stop-import.ts'
import { undoImport } from '../services/undo-import.ts'
import { inSight } from './in-sight.ts'
import { may, mayUpload, router } from './init.ts'
import { rest, restList } from './rest-meta.ts'

export const serviceRecordsRouter = router({
  list: may('visits.read')
    .meta(restList('/service-records', 'List service records, the newest visits first'))
    .input(serviceRecordListInputSchema)
    .output(serviceRecordPageSchema)
    .query(async ({ ctx, input }) => {
      const page = await inSight(ctx, (tx) =>
        listServiceRecords(tx, ctx.identity.organizationId, input),
      )
      ctx.reportNextCursor?.(page.nextCursor)
      return page
    }),

  create: may('visits.write')
    .meta(rest('POST', '/service-records', 'Add a service record, and its call where one is due'))
    .input(serviceRecordCreateSchema)
    .output(serviceRecordCreatedSchema)
    .mutation(({ ctx, input }) => createServiceRecord(ctx.deps, ctx.identity, input)),

  import: mayUpload('visits.write')
    .meta(rest('POST', '/service-records/import', 'Import service records from a CSV file'))
    .input(importInputSchema)
    .output(importReportSchema)
    .mutation(({ ctx, input, signal }) =>
      importServiceRecords(ctx.deps, ctx.identity, { ...input, signal }),
    ),

  importFile: mayUpload('visits.write')
    .input(importFileInputSchema)
    .output(importFileResultSchema)
    .mutation(({ ctx, input, signal }) => importFile(ctx.deps, ctx.identity, { ...input, signal })),

  readingChoice: may('visits.write')
    .input(readingChoiceInputSchema)
    .output(readingChoiceSchema.nullable())
    .query(({ ctx, input: { firstLine } }) => {
      const { organizationId } = ctx.identity
      return inSight(ctx, (tx) => findReadingChoice(tx, { organizationId, firstLine }))
    }),

  imports: may('visits.write')
    .input(pastImportsInputSchema)
    .output(pastImportsPageSchema)
    .query(({ ctx, input }) => {
      const now = toDate(ctx.deps.clock.now())
      const { organizationId } = ctx.identity
      return inSight(ctx, (tx) => listImports(tx, { organizationId, now, ...input }))
    }),

  importProgress: may('visits.write')
    .output(pastImportSchema.nullable())
    .query(({ ctx }) => {
      const now = toDate(ctx.deps.clock.now())
      const { organizationId, actor } = ctx.identity
      const mine = { organizationId, actorId: actor.id, now }
      return inSight(ctx, (tx) => readRunningImport(tx, mine))
    }),

  stopImport: may('visits.write')
    .input(importIdSchema)
    .output(z.object({ isStopping: z.boolean() }))
    .mutation(({ ctx, input }) => stopImport(ctx.deps, ctx.identity, input.importId)),

  undoImport: may('visits.write')
    .input(importIdSchema)
    .output(importUndoneSchema)
    .mutation(({ ctx, input }) => undoImport(ctx.deps, ctx.identity, input.importId)),
})
