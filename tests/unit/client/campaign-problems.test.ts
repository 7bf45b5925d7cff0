import { expect, it } from 'vitest'
import {
  borrowedProblem,
  placeServerIssues,
} from '../../../src/client/features/schedule/schedule-problems.ts'
import { campaignScheduleIssues } from '../../../src/client/lib/campaign-schedule-issues.ts'
import type { CampaignSchedule } from '../../../src/server/domain/campaign-schedule.ts'
import { DEFAULT_SCHEDULE_CONFIG } from '../../../src/server/domain/schedule-config.schema.ts'

const problemsOf = (schedule: CampaignSchedule) =>
  placeServerIssues(campaignScheduleIssues(DEFAULT_SCHEDULE_CONFIG, schedule))

it('the organization’s retries that outlast a campaign’s own expiry are told where they are off', () => {
  const problems = problemsOf({ expireAfterHours: 48 })
  expect(borrowedProblem(problems, ['retry', 'maxAttempts'])).toBe(
    'The organization’s do not fit here. After no answer: delay 3 must be shorter than the expiry ' +
      '(2 days). Switch this on to give the campaign its own.',
  )
  expect(borrowedProblem(problems, ['weekly'])).toBeNull()
  expect(borrowedProblem(problemsOf({}), ['retry', 'maxAttempts'])).toBeNull()
})
