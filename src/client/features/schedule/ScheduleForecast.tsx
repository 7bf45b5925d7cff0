import { Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useId, useState } from 'react'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { formatWhen } from '../../lib/format-time.ts'
import { trpc } from '../../lib/trpc.ts'
import classes from './CallLines.module.css'
import { CallLink } from './CallLink.tsx'
import { forecastWords } from './preview-words.ts'
import { useServerNow } from './use-server-clock.ts'

const SHOWN_AT_FIRST = 5
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
  const [isUnfolded, setIsUnfolded] = useState(false)
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
  const shown = isUnfolded ? unreachable : unreachable.slice(0, SHOWN_AT_FIRST)
  return (
    <div>
      <Text size="sm" mb="xs">
        {words}
      </Text>
      <ul className={classes.lines} aria-label={t('Calls that will expire first')}>
        {shown.map(({ callId, customerName, expiresAt }) => (
          <li key={callId}>
            <CallLink callId={callId} customerName={customerName} />
            {expiresAt && (
              <Text size="xs" c="dimmed">
                {t('expires {when}', {
                  when: formatWhen(expiresAt, now, { timeZone, zoneName: 'never' }),
                })}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {unreachable.length > SHOWN_AT_FIRST && (
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          aria-expanded={isUnfolded}
          onClick={() => setIsUnfolded((was) => !was)}
        >
          {isUnfolded ? t('Show fewer') : t('Show {n}', { n: unreachable.length })}
        </Button>
      )}
    </div>
  )
}
