import { z } from 'zod'
import { givenInstantSchema, instantSchema, uuidSchema } from './call.schema.ts'
import { callStatuses } from './call-status.ts'
import { campaignScheduleSchema } from './campaign-schedule.ts'

const count = z.number().int().min(0)

export const campaignStates = ['planned', 'running', 'paused', 'ended'] as const
export type CampaignState = (typeof campaignStates)[number]

/** A named set of visits to be called about, between two dates and by a schedule of its own. */
export const campaignSchema = z.object({
  id: uuidSchema,
  name: z.string(),
  startsAt: instantSchema.nullable(),
  /** The first instant after the campaign. */
  endsAt: instantSchema.nullable(),
  isPaused: z.boolean(),
  state: z.enum(campaignStates),
  /** What it overrides of the organization's schedule; empty overrides nothing. */
  schedule: campaignScheduleSchema,
  /** 0 while it has saved none. */
  scheduleVersion: z.number().int(),
  progress: z.object({
    /** Every visit of the campaign, those asked about in another visit's call included. */
    visits: count,
    calls: count,
    byStatus: z.record(z.enum(callStatuses), count),
    /** Calls that will be placed by themselves, first tries and retries alike. */
    waiting: count,
    /** Closed because another call asks about their visit. */
    covered: count,
    /** Closed because the customer asked for no calls before this one was placed. */
    optedOut: count,
  }),
  createdAt: instantSchema,
})
export type Campaign = z.infer<typeof campaignSchema>

const nameSchema = z
  .string()
  .trim()
  .min(1, 'Give the campaign a name.')
  .max(100, 'A name has at most 100 characters.')

export const campaignIdSchema = z.strictObject({ id: uuidSchema })

export const campaignCreateSchema = z.strictObject({
  name: nameSchema,
  startsAt: givenInstantSchema.nullable().default(null),
  endsAt: givenInstantSchema.nullable().default(null),
  schedule: campaignScheduleSchema.prefault({}),
})
export type CampaignCreate = z.output<typeof campaignCreateSchema>

/** Absent fields stay as they are; a null date clears it, an empty schedule overrides nothing. */
export const campaignUpdateSchema = z.strictObject({
  id: uuidSchema,
  name: nameSchema.optional(),
  startsAt: givenInstantSchema.nullable().optional(),
  endsAt: givenInstantSchema.nullable().optional(),
  schedule: campaignScheduleSchema.optional(),
  /** The version of its schedule that the editor started from; a newer one refuses the change. */
  expectedScheduleVersion: z.number().int().min(0).optional(),
})
export type CampaignUpdate = z.output<typeof campaignUpdateSchema>

export const campaignPauseSchema = z.strictObject({ id: uuidSchema, isPaused: z.boolean() })

/** Visits by id, or all that ended within a stretch of time; `dryRun` counts and changes nothing. */
export const campaignAddSchema = z.strictObject({
  id: uuidSchema,
  visits: z.union(
    [
      z.strictObject({
        serviceRecordIds: z
          .array(uuidSchema)
          .min(1, 'Name at least one visit.')
          .max(5000, 'Name at most 5,000 visits at a time.'),
      }),
      z.strictObject({
        completedFrom: givenInstantSchema,
        completedTo: givenInstantSchema,
        serviceType: z.string().trim().min(1).max(100).optional(),
      }),
    ],
    { error: 'Name the visits by their ids, or give the time in which they ended.' },
  ),
  dryRun: z.boolean().default(false),
})
export type CampaignAdd = z.output<typeof campaignAddSchema>

export const skipReasons = [
  'not_found',
  'not_completed',
  'in_this_campaign',
  'in_another_campaign',
  'on_the_line',
  'in_doubt',
  'do_not_call',
  'no_window',
] as const
export type SkipReason = (typeof skipReasons)[number]

/** What became of every visit named: the four numbers add up to them. */
export const campaignAddedSchema = z.object({
  /** A new call was made. */
  created: count,
  /** Its waiting call moved into the campaign. */
  moved: count,
  /** One call covers it together with another visit of the same number. */
  joined: count,
  skipped: z.array(z.object({ reason: z.enum(skipReasons), count })),
})
export type CampaignAdded = z.infer<typeof campaignAddedSchema>
