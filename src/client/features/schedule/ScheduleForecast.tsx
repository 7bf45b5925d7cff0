import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useId } from 'react'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { formatWhen } from '../../lib/format-time.ts'
import { trpc } from '../../lib/trpc.ts'
import { CallLines } from './CallLines.tsx'
import { forecastWords } from './preview-words.ts'
import { useServerNow } from './use-server-clock.ts'

const REFRESH_MS = 60_000

/** Which waiting calls the saved schedule will not reach before they expire. */
export function ScheduleForecast({ timeZone, version }: { timeZone: string; version: number }) {
  const titleId = useId()
  return (
    <Paper component="section" withBorder p={{ base: 'sm', sm: 'lg' }} aria-labelledby={titleId}>
      <Stack gap="sm">
        <Title order={2} id={titleId}>
          {t('Not reached in time')}
        </Title>
        <Unreachable key={version} timeZone={timeZone} />
      </Stack>
    </Paper>
  )
}

function Unreachable({ timeZone }: { timeZone: string }) {
  const now = new Date(useServerNow()).toISOString()
  const forecast = trpc.scheduleConfig.forecast.useQuery(undefined, {
    staleTime: 0,
    refetchInterval: REFRESH_MS,
  })
  if (forecast.isPending) {
    return (
      <div role="status" aria-label={t('Looking ahead')}>
        <Skeleton height={48} />
      </div>
    )
  }
  if (!forecast.data) {
    return (
      <Group justify="space-between" gap="xs" role="alert">
        <Text size="sm">
          {t('The forecast could not be made: {reason}', { reason: failureReason(forecast.error) })}
        </Text>
        <Button
          size="xs"
          variant="default"
          loading={forecast.isFetching}
          onClick={() => void forecast.refetch()}
        >
          {t('Try again')}
        </Button>
      </Group>
    )
  }
  const { unreachable, unreachableCount } = forecast.data
  const words = forecastWords(forecast.data).join(' ')
  if (unreachableCount === 0) {
    return (
      <Text size="sm" c="dimmed">
        {words}
      </Text>
    )
  }
  return (
    <div>
      <Text size="sm" mb="xs">
        {words}
      </Text>
      <CallLines
        label={t('Calls that will expire first')}
        calls={unreachable}
        wordsOf={({ expiresAt }) =>
          expiresAt && (
            <Text size="xs" c="dimmed">
              {t('expires {when}', {
                when: formatWhen(expiresAt, now, { timeZone, zoneName: 'never' }),
              })}
            </Text>
          )
        }
      />
    </div>
  )
}
