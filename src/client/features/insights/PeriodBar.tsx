import { Button, Chip, Group, Switch, Text, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import {
  type PeriodPreset,
  periodPresets,
  type TrendStep,
} from '../../../server/domain/insights-choices.ts'
import type { Period } from '../../../server/domain/insights-period.ts'
import { DownloadLink } from '../../components/DownloadLink.tsx'
import { useTypedDate } from '../../components/use-typed-date.ts'
import { t } from '../../i18n/t.ts'
import { firstWeekday } from '../../lib/first-weekday.ts'
import classes from './Insights.module.css'
import type { InsightsAddress } from './insights-address.ts'
import { presetWords } from './insights-words.ts'

type PeriodBarProps = {
  period: Period
  preset: PeriodPreset | null
  step: TrendStep
  isTables: boolean
  /** Why the period cannot be shown. */
  problem: string | null
  onChange: (change: Partial<InsightsAddress>) => void
}

/** Which days, in which form, and how to take them away. */
export function PeriodBar(props: PeriodBarProps) {
  const { period, preset, step, isTables, problem, onChange } = props
  const choose = (chosen: string) => {
    const wanted = periodPresets.find((known) => known === chosen)
    if (wanted) onChange({ period: wanted, from: undefined, to: undefined })
  }
  const choosing = (key: 'from' | 'to') => (date: string | undefined) => {
    if (date !== undefined) onChange({ ...period, [key]: date, period: undefined })
  }
  const from = useTypedDate(period.from, choosing('from'))
  const to = useTypedDate(period.to, choosing('to'))
  const dateProps = {
    type: 'date',
    size: 'xs',
    required: true,
    'aria-describedby': problem === null ? undefined : 'insights-period-problem',
  }
  return (
    <div className={classes.bar} data-print="hidden">
      <Group gap={6} role="group" aria-label={t('Period')}>
        <Chip.Group value={preset ?? ''} onChange={choose}>
          {periodPresets.map((value) => (
            <Chip key={value} value={value} size="xs" variant="light">
              {presetWords[value]}
            </Chip>
          ))}
        </Chip.Group>
        <Group gap={6} wrap="nowrap">
          <TextInput {...dateProps} aria-label={t('First day')} {...from} />
          <span aria-hidden>–</span>
          <TextInput {...dateProps} aria-label={t('Last day')} error={problem !== null} {...to} />
        </Group>
        {problem !== null && (
          <Text size="sm" c="var(--mantine-color-error)" id="insights-period-problem" role="alert">
            {problem}
          </Text>
        )}
      </Group>
      <Group gap="xs" className={classes.tools}>
        <Switch
          size="xs"
          label={t('Show as tables')}
          checked={isTables}
          onChange={(event) =>
            onChange({ view: event.currentTarget.checked ? 'tables' : undefined })
          }
        />
        {problem === null && (
          <DownloadLink
            href="/api/v1/insights/export.csv"
            query={{ ...period, step, firstWeekday: firstWeekday() }}
            label={t('Download as CSV')}
            isShort
          />
        )}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('Print')}
        </Button>
      </Group>
    </div>
  )
}
