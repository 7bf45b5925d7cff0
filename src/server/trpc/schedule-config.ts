import { findHolidayRegionProblem } from '../domain/holidays.ts'
import {
  savedScheduleConfigSchema,
  scheduleConfigUpdateSchema,
} from '../domain/schedule-config-version.schema.ts'
import { readScheduleConfig } from '../services/read-schedule-config.ts'
import { saveScheduleConfig } from '../services/save-schedule-config.ts'
import { procedure, router } from './init.ts'
import { rest } from './rest-meta.ts'

/** Here and not in the schema, which the page loads too: the calendars weigh more than a megabyte. */
const updateSchema = scheduleConfigUpdateSchema.superRefine(({ config: { holidays } }, context) => {
  const message = holidays && findHolidayRegionProblem(holidays)
  if (message) context.addIssue({ code: 'custom', path: ['config', 'holidays'], message })
})

export const scheduleConfigRouter = router({
  get: procedure
    .meta(rest('GET', '/calls/schedule-config', "Read the organization's schedule"))
    .output(savedScheduleConfigSchema)
    .query(({ ctx }) => readScheduleConfig(ctx.deps.db, ctx.identity.organizationId)),

  update: procedure
    .meta(rest('PUT', '/calls/schedule-config', "Replace the organization's schedule"))
    .input(updateSchema)
    .output(savedScheduleConfigSchema)
    .mutation(({ ctx, input }) => saveScheduleConfig(ctx.deps, { ...ctx.identity, ...input })),
})
