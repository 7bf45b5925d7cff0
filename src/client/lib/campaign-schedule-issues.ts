import {
  type CampaignSchedule,
  campaignScheduleSchema,
  findCampaignScheduleProblems,
} from '../../server/domain/campaign-schedule.ts'
import type { InputIssue } from '../../server/domain/errors.ts'
import type { ScheduleConfig } from '../../server/domain/schedule-config.schema.ts'

/** What keeps a campaign's schedule from being saved, by its own rules and beside its organization's. */
export function campaignScheduleIssues(
  organization: ScheduleConfig,
  schedule: CampaignSchedule,
): InputIssue[] {
  const read = campaignScheduleSchema.safeParse(schedule)
  if (!read.success) {
    return read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  }
  return findCampaignScheduleProblems(organization, schedule).map(({ path, message }) => ({
    path: path.replace(/^schedule\./, ''),
    message,
  }))
}
