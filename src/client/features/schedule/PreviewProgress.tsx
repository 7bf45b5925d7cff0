import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { SchedulePreviewState } from './use-schedule-preview.ts'

/** How far the answer is, and what can be done about it. */
export function PreviewProgress({ preview }: { preview: SchedulePreviewState }) {
  const { phase, share, reason, answer, cancel, askAgain } = preview
  switch (phase) {
    case 'done':
      return null
    case 'resting':
      return <Text size="sm">Something needs mending first; then it is worked out anew.</Text>
    case 'failed':
      return (
        <Group justify="space-between" gap="xs" role="alert">
          <Text size="sm" c="var(--mantine-color-error)">
            Could not be worked out: {reason}
          </Text>
          <Button size="xs" variant="default" onClick={askAgain}>
            Try again
          </Button>
        </Group>
      )
    case 'canceled':
      return (
        <Group justify="space-between" gap="xs">
          <Text size="sm">Stopped.</Text>
          <Button size="xs" variant="default" onClick={askAgain}>
            Work it out
          </Button>
        </Group>
      )
    default: {
      const percent = Math.round(share * 100)
      const words = phase === 'offline' ? 'Waiting for the connection…' : 'Working it out…'
      return (
        <Stack gap={6}>
          <Group justify="space-between" gap="xs">
            <Text size="sm">{percent > 0 ? `${words} ${percent} %` : words}</Text>
            <Button size="compact-sm" variant="subtle" onClick={cancel}>
              Cancel
            </Button>
          </Group>
          <Progress value={percent} size="sm" aria-label="Working out the preview" />
          {answer && (
            <Text size="xs" c="dimmed">
              Below is the answer to the version before.
            </Text>
          )}
        </Stack>
      )
    }
  }
}
