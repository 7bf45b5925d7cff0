import { z } from 'zod'
import { type ScheduleConfig, scheduleConfigSchema } from './schedule-config.schema.ts'

const { shape } = scheduleConfigSchema

/**
 * What a campaign sets differently from its organization. Zone, quiet hours, holidays, days between
 * calls, pause and the organization's own limits hold for every campaign, so they are not here.
 */
export const campaignScheduleSchema = z.strictObject({
  /** Instead of the organization's week. */
  weekly: shape.weekly.unwrap().optional(),
  /** Added to the organization's. */
  blockedDates: shape.blockedDates.unwrap().optional(),
  delayAfterServiceMinutes: shape.delayAfterServiceMinutes.unwrap().optional(),
  expireAfterHours: shape.expireAfterHours.unwrap().optional(),
  retry: shape.retry.unwrap().optional(),
  maxAttempts: shape.maxAttempts.unwrap().optional(),
  /** How many of the campaign's calls may be active; the organization's limit counts them all. */
  maxActiveCalls: shape.maxActiveCalls.unwrap().optional(),
})
export type CampaignSchedule = z.output<typeof campaignScheduleSchema>

/**
 * The schedule by which a campaign's calls are placed. Its own limit of calls at a time is another
 * question than the organization's and is not in it.
 */
export function mergeCampaignSchedule(
  organization: ScheduleConfig,
  { maxActiveCalls: _, blockedDates = [], ...own }: CampaignSchedule,
): ScheduleConfig {
  const given = Object.entries(own).filter(([, value]) => value !== undefined)
  return {
    ...organization,
    ...Object.fromEntries(given),
    blockedDates: [...new Set([...organization.blockedDates, ...blockedDates])],
  }
}

/** What is wrong with a campaign's schedule beside its organization's, as `path: message` pairs. */
export function findCampaignScheduleProblems(
  organization: ScheduleConfig,
  schedule: CampaignSchedule,
): { path: string; message: string }[] {
  const merged = scheduleConfigSchema.safeParse(mergeCampaignSchedule(organization, schedule))
  if (merged.success) return []
  return merged.error.issues.map(({ path, message }) => ({
    path: ['schedule', ...path].join('.'),
    message,
  }))
}

/** Whether a campaign's calendar is another one than its organization's. */
export const hasOwnCalendar = (schedule: CampaignSchedule): boolean =>
  Object.entries(schedule).some(([name, value]) => name !== 'maxActiveCalls' && value !== undefined)
