import { Button, Group, Paper, Text } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useId } from 'react'
import { WhyNot } from '../../components/WhyNot.tsx'
import { t } from '../../i18n/t.ts'
import { useWhyNot } from '../../lib/rights.tsx'

type PauseControlProps = {
  isPaused: boolean
  setPaused: (paused: boolean) => Promise<void>
  isPending: boolean
  /** Why the last change failed. */
  problem: string | null
}

/** Stops and resumes all calling at once, without waiting for the form to be saved. */
export function PauseControl({ isPaused, setPaused, isPending, problem }: PauseControlProps) {
  const whyNot = useWhyNot('schedule.change', 'pause and resume calling')
  const whyNotId = useId()
  return (
    <Paper
      withBorder
      p="md"
      bg={isPaused ? 'var(--tone-missed-tint)' : undefined}
      role="group"
      aria-label={t('Pause')}
    >
      <Group justify="space-between" gap="sm">
        <div role="status">
          <Text fw={600}>{isPaused ? t('Calling is paused') : t('Calling is on')}</Text>
          <Text size="sm">
            {isPaused
              ? t(
                  'No call goes out until you resume. Calls already on the line go on to their end.',
                )
              : t('Calls go out by themselves whenever this schedule allows it.')}
          </Text>
        </div>
        <Button
          loading={isPending}
          disabled={whyNot !== null}
          aria-describedby={whyNot === null ? undefined : whyNotId}
          onClick={() => void setPaused(!isPaused)}
          variant={isPaused ? 'filled' : 'default'}
          leftSection={
            isPaused ? (
              <IconPlayerPlay size={18} aria-hidden />
            ) : (
              <IconPlayerPause size={18} aria-hidden />
            )
          }
        >
          {isPaused ? t('Resume calling') : t('Pause calling')}
        </Button>
      </Group>
      {whyNot !== null && <WhyNot id={whyNotId}>{whyNot}</WhyNot>}
      {problem && (
        <Text size="sm" c="var(--mantine-color-error)" mt="xs" role="alert">
          {isPaused
            ? t('Not resumed: {reason}', { reason: problem })
            : t('Not paused: {reason}', { reason: problem })}
        </Text>
      )}
    </Paper>
  )
}
