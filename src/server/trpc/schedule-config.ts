import { z } from 'zod'
import type { Identity } from '../auth/identity.ts'
import { readPauseState } from '../db/calling-pause.ts'
import { findHolidayRegionProblem } from '../domain/holidays.ts'
import { pauseStateSchema } from '../domain/pause-state.schema.ts'
import type { ScheduleConfig } from '../domain/schedule-config.schema.ts'
import {
  savedScheduleConfigSchema,
  scheduleConfigUpdateSchema,
} from '../domain/schedule-config-version.schema.ts'
import {
  scheduleHistoryInputSchema,
  scheduleRestoreSchema,
  scheduleVersionSchema,
} from '../domain/schedule-history.schema.ts'
import { forecastSchema, previewInputSchema } from '../domain/schedule-preview.schema.ts'
import { forecastSchedule, previewSchedule } from '../services/preview-schedule.ts'
import { readScheduleConfig } from '../services/read-schedule-config.ts'
import { resumeCalling } from '../services/resume-calling.ts'
import { saveScheduleConfig } from '../services/save-schedule-config.ts'
import { readScheduleHistory, restoreScheduleConfig } from '../services/schedule-history.ts'
import { inSight } from './in-sight.ts'
import { may, router } from './init.ts'
import { rest } from './rest-meta.ts'

/** Here and not in the schema, which the page loads too: the calendars weigh more than a megabyte. */
function checkHolidays({ config }: { config: ScheduleConfig }, context: z.RefinementCtx): void {
  const message = config.holidays && findHolidayRegionProblem(config.holidays)
  if (message) context.addIssue({ code: 'custom', path: ['config', 'holidays'], message })
}

const saver = ({ organizationId, actor }: Identity) => ({ organizationId, actor })

export const scheduleConfigRouter = router({
  get: may('schedule.read')
    .meta(rest('GET', '/calls/schedule-config', "Read the organization's schedule"))
    .output(savedScheduleConfigSchema)
    .query(({ ctx }) => inSight(ctx, (tx) => readScheduleConfig(tx, ctx.identity.organizationId))),

  update: may('schedule.change')
    .meta(rest('PUT', '/calls/schedule-config', "Replace the organization's schedule"))
    .input(scheduleConfigUpdateSchema.superRefine(checkHolidays))
    .output(savedScheduleConfigSchema)
    .mutation(({ ctx, input }) =>
      saveScheduleConfig(ctx.deps, { ...saver(ctx.identity), ...input }),
    ),

  /**
   * Progress, then the result. Short and stateless, so its messages carry no cursor: a socket lost
   * midway starts it anew. Unsubscribing cancels it.
   */
  preview: may('schedule.read')
    .input(previewInputSchema.superRefine(checkHolidays))
    .subscription(({ ctx, input, signal = new AbortController().signal }) => {
      const { organizationId } = ctx.identity
      return previewSchedule(ctx.deps, { ...input, organizationId, signal })
    }),

  forecast: may('schedule.read')
    .output(forecastSchema)
    .query(({ ctx }) => forecastSchedule(ctx.deps, ctx.identity.organizationId)),

  history: may('schedule.read')
    .input(scheduleHistoryInputSchema)
    .output(z.array(scheduleVersionSchema))
    .query(({ ctx, input }) => {
      const { organizationId } = ctx.identity
      return inSight(ctx, (tx) => readScheduleHistory(tx, { ...input, organizationId }))
    }),

  pauseState: may('schedule.read')
    .output(pauseStateSchema)
    .query(({ ctx }) => inSight(ctx, (tx) => readPauseState(tx, ctx.identity.organizationId))),

  /** Lets calling go on that had stopped by itself. */
  resume: may('schedule.change')
    .output(pauseStateSchema)
    .mutation(({ ctx }) => resumeCalling(ctx.deps, saver(ctx.identity))),

  restore: may('schedule.change')
    .input(scheduleRestoreSchema)
    .output(savedScheduleConfigSchema)
    .mutation(({ ctx, input }) =>
      restoreScheduleConfig(ctx.deps, { ...saver(ctx.identity), ...input }),
    ),
})
