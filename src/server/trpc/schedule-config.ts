import {
  savedScheduleConfigSchema,
  scheduleConfigUpdateSchema,
} from '../domain/schedule-config-version.schema.ts'
import { readScheduleConfig } from '../services/read-schedule-config.ts'
import { saveScheduleConfig } from '../services/save-schedule-config.ts'
import { procedure, router } from './init.ts'
import { rest } from './rest-meta.ts'

export const scheduleConfigRouter = router({
  get: procedure
    .meta(rest('GET', '/calls/schedule-config', "Read the organization's schedule"))
    .output(savedScheduleConfigSchema)
    .query(({ ctx }) => readScheduleConfig(ctx.deps.db, ctx.identity.organizationId)),

  update: procedure
    .meta(rest('PUT', '/calls/schedule-config', "Replace the organization's schedule"))
    .input(scheduleConfigUpdateSchema)
    .output(savedScheduleConfigSchema)
    .mutation(({ ctx, input }) => saveScheduleConfig(ctx.deps, { ...ctx.identity, ...input })),
})
