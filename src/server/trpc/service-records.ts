import { listServiceRecords } from '../db/list-service-records.ts'
import { importReportSchema } from '../domain/import-report.schema.ts'
import {
  importInputSchema,
  serviceRecordCreatedSchema,
  serviceRecordCreateSchema,
  serviceRecordListInputSchema,
  serviceRecordPageSchema,
} from '../domain/service-record.schema.ts'
import { createServiceRecord } from '../services/create-service-record.ts'
import { importServiceRecords } from '../services/import-service-records.ts'
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
})
