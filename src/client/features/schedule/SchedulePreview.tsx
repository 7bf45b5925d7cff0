import { ActionIcon, Group, Paper, Skeleton, Stack, Text, Title, Tooltip } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useId } from 'react'
import { localDayAt } from '../../../server/domain/local-time.ts'
import { plural, t } from '../../i18n/t.ts'
import { formatTime } from '../../lib/format-time.ts'
import { MovedCalls } from './MovedCalls.tsx'
import { PreviewChart } from './PreviewChart.tsx'
import { PreviewProgress } from './PreviewProgress.tsx'
import { PreviewWarnings } from './PreviewWarnings.tsx'
import { daysOfPreview } from './preview-days.ts'
import type { PreviewAnswer } from './preview-state.ts'
import { changeWords, expiryWords } from './preview-words.ts'
import type { SchedulePreviewState } from './use-schedule-preview.ts'
import { useServerNow } from './use-server-clock.ts'

type SchedulePreviewProps = {
  preview: SchedulePreviewState
  /** Whether the draft is another than the saved schedule. */
  isDirty: boolean
}

/** What the draft would do to the calls that wait now, before it is saved. */
export function SchedulePreview({ preview, isDirty }: SchedulePreviewProps) {
  const titleId = useId()
  const { answer, isStale, phase, askAgain } = preview
  return (
    <Paper component="section" withBorder p={{ base: 'sm', sm: 'lg' }} aria-labelledby={titleId}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} id={titleId}>
            {isDirty ? t('If you save this') : t('The next 14 days')}
          </Title>
          {phase === 'done' && answer && (
            <Tooltip
              label={t('As of {time}. Ask again', {
                time: formatTime(new Date(answer.atMs).toISOString()),
              })}
            >
              <ActionIcon
                variant="subtle"
                color="gray"
                onClick={askAgain}
                aria-label={t('Work it out again')}
              >
                <IconRefresh size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
        <PreviewProgress preview={preview} />
        {answer ? (
          <div style={{ opacity: isStale ? 0.75 : undefined }} aria-busy={phase === 'running'}>
            <Answer answer={answer} isDirty={isDirty} />
          </div>
        ) : (
          (phase === 'waiting' || phase === 'running') && <Skeleton height={360} />
        )}
      </Stack>
    </Paper>
  )
}

function Answer({ answer, isDirty }: { answer: PreviewAnswer; isDirty: boolean }) {
  const nowMs = useServerNow()
  const { config, result } = answer
  const { timeZone } = config
  if (result.counts.waiting === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('No call is waiting, so there is nothing to place. Import visits, and they show here.')}
      </Text>
    )
  }
  const changes = changeWords(result)
  return (
    <Stack gap="sm">
      <div role="status">
        {isDirty && (
          <Text size="sm" fw={600}>
            {changes.length === 0
              ? plural(
                  result.counts.waiting,
                  'None of the {n} call that wait would move',
                  'None of the {n} calls that wait would move',
                )
              : changes.join(', ')}
            .
          </Text>
        )}
        <Text size="sm">{expiryWords(result)}.</Text>
      </div>
      <PreviewWarnings warnings={result.warnings} />
      <PreviewChart
        days={daysOfPreview(result, timeZone, nowMs)}
        today={localDayAt(timeZone, nowMs)}
        isCompared={isDirty}
      />
      {isDirty && <MovedCalls result={result} readAt={{ nowMs, timeZone }} />}
    </Stack>
  )
}
