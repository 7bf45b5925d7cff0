import { Box, Stack } from '@mantine/core'
import { useMemo } from 'react'
import {
  type CampaignSchedule,
  mergeCampaignSchedule,
} from '../../../server/domain/campaign-schedule.ts'
import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import { t } from '../../i18n/t.ts'
import { campaignScheduleIssues } from '../../lib/campaign-schedule-issues.ts'
import { BlockedDates } from './BlockedDates.tsx'
import { LifetimeFields } from './LifetimeFields.tsx'
import { NumberField } from './NumberField.tsx'
import { OwnRules } from './OwnRules.tsx'
import { RetryFields } from './RetryFields.tsx'
import { borrowedProblem, placeServerIssues } from './schedule-problems.ts'
import { useHolidayCalendar } from './use-holiday-calendar.ts'
import { WeekEditor } from './WeekEditor.tsx'

export type CampaignScheduleFieldsProps = {
  /** What holds wherever the campaign says nothing of its own. */
  organization: ScheduleConfig
  schedule: CampaignSchedule
  onChange: (schedule: CampaignSchedule) => void
}

type OwnKey = keyof CampaignSchedule
const ownKeys: readonly OwnKey[] = [
  ...(['weekly', 'blockedDates', 'delayAfterServiceMinutes', 'expireAfterHours'] as const),
  ...(['retry', 'maxAttempts', 'maxActiveCalls'] as const),
]

/** What a campaign does differently from its organization, each part taken over until switched on. */
export function CampaignScheduleFields(props: CampaignScheduleFieldsProps) {
  const { organization, schedule, onChange } = props
  const calendar = useHolidayCalendar()
  const problems = useMemo(
    () => placeServerIssues(campaignScheduleIssues(organization, schedule)),
    [organization, schedule],
  )
  const draft: ScheduleConfig = {
    ...mergeCampaignSchedule(organization, schedule),
    blockedDates: schedule.blockedDates ?? [],
    maxActiveCalls: schedule.maxActiveCalls ?? organization.maxActiveCalls,
  }
  const change = (patch: Partial<ScheduleConfig>) => {
    const own = ownKeys.filter((key) => patch[key] !== undefined)
    onChange({ ...schedule, ...Object.fromEntries(own.map((key) => [key, patch[key]])) })
  }
  const editing = { draft, problems, change }
  const isOwn = (key: OwnKey) => schedule[key] !== undefined
  const ruled = (keys: readonly OwnKey[]) => ({
    isOwn: keys.some(isOwn),
    problem: keys.some(isOwn) ? null : borrowedProblem(problems, keys),
    onToggle: (isOwn: boolean) => {
      const others = Object.entries(schedule).filter(([name]) => !keys.some((key) => key === name))
      const own = isOwn ? keys.map((key) => [key, structuredClone(draft[key])] as const) : []
      onChange(Object.fromEntries([...others, ...own]))
    },
  })

  return (
    <Stack gap="md">
      <OwnRules
        title={t('Own week')}
        otherwise={t('The organization’s windows.')}
        {...ruled(['weekly'])}
      >
        <WeekEditor {...editing} />
      </OwnRules>
      <OwnRules
        title={t('More dates without calls')}
        otherwise={t('The organization’s holidays and blocked dates, which hold in any case.')}
        {...ruled(['blockedDates'])}
      >
        <BlockedDates {...editing} calendar={calendar} />
      </OwnRules>
      <OwnRules
        title={t('Own delay and expiry')}
        otherwise={t('As after any other visit.')}
        {...ruled(['delayAfterServiceMinutes', 'expireAfterHours'])}
      >
        <LifetimeFields {...editing} />
      </OwnRules>
      <OwnRules
        title={t('Own retries')}
        otherwise={t('The organization’s retries.')}
        {...ruled(['retry', 'maxAttempts'])}
      >
        <RetryFields {...editing} />
      </OwnRules>
      <OwnRules
        title={t('Own limit of calls at a time')}
        otherwise={t('As many as the organization allows.')}
        {...ruled(['maxActiveCalls'])}
      >
        <Box maw="16rem">
          <NumberField
            path="maxActiveCalls"
            label={t('Calls at a time')}
            description={t('The organization’s limit counts them too')}
            value={draft.maxActiveCalls}
            min={1}
            max={1000}
            problems={problems}
            onChange={(maxActiveCalls) => change({ maxActiveCalls })}
          />
        </Box>
      </OwnRules>
    </Stack>
  )
}
