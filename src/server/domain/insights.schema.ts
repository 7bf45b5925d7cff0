import { z } from 'zod'
import { instantSchema } from './call.schema.ts'
import { callOutcomes } from './call-status.ts'
import { trendSteps } from './insights-choices.ts'
import { daysIn, MONDAY, MOST_DAYS, type Period } from './insights-period.ts'

const localDateSchema = z.iso
  .date({ abort: true, error: 'Give a date like 2026-11-20.' })
  .regex(/^(19|20|21)/, 'Give a year from 1900 to 2199.')

const periodShape = {
  from: localDateSchema.describe("The first day, in the organization's time zone."),
  to: localDateSchema.describe('The last day, which is part of the period.'),
}

function checkPeriod(period: Period, context: z.RefinementCtx): void {
  const refuse = (message: string) =>
    context.addIssue({ code: 'custom', path: ['to'], message, input: period.to })
  if (period.to < period.from) refuse('The last day cannot lie before the first one.')
  else if (daysIn(period) > MOST_DAYS) refuse(`Choose at most ${MOST_DAYS} days.`)
}

/** Local dates of the organization, both included. */
export const insightsInputSchema = z.strictObject(periodShape).superRefine(checkPeriod)

const weekdayMessage = 'Choose a weekday from 0 (Sunday) to 6 (Saturday).'

export const insightsExportSchema = z
  .strictObject({
    ...periodShape,
    step: z.enum(trendSteps).default('day').describe('How the trend is cut.'),
    firstWeekday: z
      .number({ error: weekdayMessage })
      .int(weekdayMessage)
      .min(0, weekdayMessage)
      .max(6, weekdayMessage)
      .default(MONDAY)
      .describe('The weekday on which weeks of the trend begin: 0 is Sunday, 1 is Monday.'),
  })
  .superRefine(checkPeriod)

const periodSchema = z.object({ from: z.iso.date(), to: z.iso.date() })
const count = z.number().int().min(0)
const intervalSchema = z.object({ low: z.number(), high: z.number() })

const bandCountsSchema = z.object({ promoters: count, passives: count, detractors: count })

const npsSchema = bandCountsSchema.extend({
  n: count,
  /** 100 × (promoters − detractors) / answers, to one decimal; null without answers. */
  score: z.number().nullable(),
  /** Where the score of all customers lies, with 95 % confidence. */
  interval95: intervalSchema.nullable(),
})

const shareSchema = z.object({
  count,
  n: count,
  percent: z.number().nullable(),
  interval95: intervalSchema.nullable(),
})

const groupSchema = z.object({
  /** What lists of calls are filtered by: an advisor's id, else the name; null where there is none. */
  key: z.string().nullable(),
  name: z.string().nullable(),
  nps: npsSchema,
  /** From 1 up; null where there are too few answers to rank. */
  rank: z.number().int().nullable(),
})
export type InsightsGroup = z.infer<typeof groupSchema>

const mentionSchema = z.object({ text: z.string(), calls: count })

const reachSchema = z.object({
  /** Of the calls that ended, those in which somebody was spoken to. */
  reached: shareSchema,
  /** How the others ended. */
  missed: z.array(
    z.object({ outcome: z.enum(callOutcomes).nullable(), calls: count, willBeTriedAgain: count }),
  ),
})

/** What one organization's calls of a period tell. Demo calls are in none of the figures. */
export const insightsSchema = z.object({
  period: periodSchema,
  previousPeriod: periodSchema,
  timeZone: z.string(),
  /** Groups with fewer answers are not ranked. */
  fewestToRank: count,
  nps: z.object({
    current: npsSchema,
    previous: npsSchema,
    change: z
      .object({
        difference: z.number(),
        interval95: intervalSchema,
        isClear: z.boolean(),
        /** It is not clear only because answers of erased customers may explain it. */
        isHiddenByUncounted: z.boolean(),
      })
      .nullable(),
  }),
  /** Completed calls, with or without a score. */
  completedCalls: count,
  /** Answers of customers who were erased since: no call stands behind them, so they are not counted. */
  erasedAnswers: count,
  /** Those of the period before; a change is clear only where it would be with all of them counted. */
  erasedAnswersBefore: count,
  /** Calls of both periods that came with the product as sample data, and are counted until it goes. */
  sampleCalls: count,
  /** Days with answers, of both periods, in order. */
  days: z.array(bandCountsSchema.extend({ date: z.iso.date() })),
  byServiceAdvisor: z.array(groupSchema),
  byServiceType: z.array(groupSchema),
  byVehicleMake: z.array(groupSchema),
  reach: z.object({ current: reachSchema, previous: reachSchema }),
  /** By the hour of the first attempt: calls first tried in the period, answered at that try. */
  hours: z.array(z.object({ hour: z.number().int(), answered: shareSchema })),
  praised: z.array(mentionSchema),
  blamed: z.array(mentionSchema),
})
export const insightsAnswerSchema = insightsSchema.extend({ countedAt: instantSchema })
export type Insights = z.infer<typeof insightsSchema>
export type InsightsReach = z.infer<typeof reachSchema>
