import { Skeleton, Stack, Title } from '@mantine/core'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { ScheduleForm } from './ScheduleForm.tsx'

/** The rules of when calls may be placed, to read and to change. */
export function ScheduleSettings() {
  return (
    <Stack gap="lg">
      <Title order={1}>{t('Calling schedule')}</Title>
      <Settings />
    </Stack>
  )
}

function Settings() {
  const schedule = trpc.scheduleConfig.get.useQuery()
  if (schedule.data) return <ScheduleForm newest={schedule.data} />
  if (schedule.isError) {
    return (
      <FailureNotice
        title={t('The schedule could not be loaded')}
        message={failureReason(schedule.error)}
        onRetry={() => void schedule.refetch()}
        isRetrying={schedule.isFetching}
      />
    )
  }
  return (
    <Stack role="status" aria-busy="true" aria-label={t('Loading the schedule')}>
      <Skeleton height={72} />
      <Skeleton height={320} />
      <Skeleton height={200} />
    </Stack>
  )
}
