import { List, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core'
import {
  IconCalendarOff,
  IconCalendarWeek,
  IconGauge,
  IconHourglass,
  IconMoon,
  IconPlayerPause,
  IconRepeat,
  IconShieldHalf,
} from '@tabler/icons-react'
import { type ComponentType, useId, useState } from 'react'
import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import { t } from '../../i18n/t.ts'
import { withReadersClock } from '../../lib/format-time.ts'
import { todayIn } from './local-days.ts'
import type { Problems } from './schedule-problems.ts'
import { type SummaryTopic, summarizeSchedule } from './schedule-summary.ts'
import type { HolidayCalendarQuery } from './use-holiday-calendar.ts'
import { useServerNow } from './use-server-clock.ts'

type IconProps = { size?: number; 'aria-hidden'?: boolean }

const TOPIC_ICONS: Record<SummaryTopic, ComponentType<IconProps>> = {
  paused: IconPlayerPause,
  windows: IconCalendarWeek,
  closed_days: IconCalendarOff,
  quiet_hours: IconMoon,
  lifetime: IconHourglass,
  retries: IconRepeat,
  limits: IconGauge,
  auto_pause: IconShieldHalf,
}

type ScheduleSummaryProps = {
  draft: ScheduleConfig
  problems: Problems
  calendar: HolidayCalendarQuery
}

/** What the draft means, in a picture and in sentences. */
export function ScheduleSummary({ draft, problems, calendar }: ScheduleSummaryProps) {
  const titleId = useId()
  const nowMs = useServerNow()
  const isValid = Object.keys(problems).length === 0
  const [config, setConfig] = useState(draft)
  if (isValid && config !== draft) setConfig(draft)
  const { holidays } = config
  const holidayRegionName =
    holidays && (calendar.data ? calendar.data.nameRegion(holidays) : holidays.country)
  const lines = summarizeSchedule(config, {
    today: todayIn(config.timeZone, nowMs).day,
    holidayRegionName,
  })
  return (
    <Paper component="section" withBorder p={{ base: 'sm', sm: 'lg' }} aria-labelledby={titleId}>
      <Stack gap="md">
        <Title order={2} id={titleId}>
          {t('In plain words')}
        </Title>
        {!isValid && (
          <Text size="sm" c="dimmed">
            {t('Something needs mending; this was the last complete version:')}
          </Text>
        )}
        <List
          spacing="xs"
          size="sm"
          p={0}
          listStyleType="none"
          styles={{ itemWrapper: { alignItems: 'flex-start' } }}
        >
          {lines.map(({ topic, text }) => {
            const Icon = TOPIC_ICONS[topic]
            return (
              <List.Item
                key={topic}
                icon={
                  <ThemeIcon
                    variant="light"
                    size={24}
                    radius="xl"
                    color={topic === 'paused' ? 'orange' : undefined}
                  >
                    <Icon size={14} aria-hidden />
                  </ThemeIcon>
                }
              >
                {withReadersClock(text)}
              </List.Item>
            )
          })}
        </List>
      </Stack>
    </Paper>
  )
}
