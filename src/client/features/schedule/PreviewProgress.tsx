import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { t } from '../../i18n/t.ts'
import type { SchedulePreviewState } from './use-schedule-preview.ts'

/** How far the answer is, and what can be done about it. */
export function PreviewProgress({ preview }: { preview: SchedulePreviewState }) {
  const { phase, share, reason, answer, cancel, askAgain } = preview
  switch (phase) {
    case 'done':
      return null
    case 'resting':
      return (
        <Text size="sm">{t('Something needs mending first; then it is worked out anew.')}</Text>
      )
    case 'failed':
      return (
        <Group justify="space-between" gap="xs" role="alert">
          <Text size="sm" c="var(--mantine-color-error)">
            {t('Could not be worked out: {reason}', { reason: reason ?? '' })}
          </Text>
          <Button size="xs" variant="default" onClick={askAgain}>
            {t('Try again')}
          </Button>
        </Group>
      )
    case 'canceled':
      return (
        <Group justify="space-between" gap="xs">
          <Text size="sm">{t('Stopped.')}</Text>
          <Button size="xs" variant="default" onClick={askAgain}>
            {t('Work it out')}
          </Button>
        </Group>
      )
    default: {
      const percent = Math.round(share * 100)
      const words = phase === 'offline' ? t('Waiting for the connection…') : t('Working it out…')
      return (
        <Stack gap={6}>
          <Group justify="space-between" gap="xs">
            <Text size="sm">{percent > 0 ? `${words} ${percent} %` : words}</Text>
            <Button size="compact-sm" variant="subtle" onClick={cancel}>
              {t('Cancel')}
            </Button>
          </Group>
          <Progress value={percent} size="sm" aria-label={t('Working out the preview')} />
          {answer && (
            <Text size="xs" c="dimmed">
              {t('Below is the answer to the version before.')}
            </Text>
          )}
        </Stack>
      )
    }
  }
}
