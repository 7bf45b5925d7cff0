import { Button, Group, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconRefreshAlert } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../i18n/t.ts'
import { FailureNotice } from './FailureNotice.tsx'
import { failureReason } from './failure-reason.ts'
import { ToneNotice } from './ToneNotice.tsx'

export type AnsweredProps<Data> = {
  query: { data: Data | undefined; error: unknown; isFetching: boolean; refetch: () => unknown }
  /** What is asked for, as in "The team could not be loaded". */
  name: string
  /** It stands in a small place: few short rows are waited for, and a failure is told in small. */
  isShort?: boolean
  children: (data: Data) => ReactNode
}

/** What a question of the page shows while it waits, when it fails, and when its answer grows old. */
export function Answered<Data>({ query, name, isShort = false, children }: AnsweredProps<Data>) {
  const { data, error, isFetching } = query
  const ask = () => void query.refetch()
  if (data === undefined && error === null) {
    return (
      <Stack gap="sm" aria-busy>
        <VisuallyHidden role="status">{t('Loading')}</VisuallyHidden>
        <Skeleton height={isShort ? 26 : 44} />
        <Skeleton height={isShort ? 26 : 44} />
        {!isShort && <Skeleton height={44} />}
      </Stack>
    )
  }
  if (data === undefined && isShort) {
    return (
      <Stack role="alert" gap="xs" align="flex-start">
        <Text size="sm" fw={600}>
          {t('{name} could not be loaded', { name })}
        </Text>
        <Text size="sm">{failureReason(error)}</Text>
        <Button size="xs" variant="default" loading={isFetching} onClick={ask}>
          {t('Try again')}
        </Button>
      </Stack>
    )
  }
  if (data === undefined) {
    return (
      <FailureNotice
        title={t('{name} could not be loaded', { name })}
        message={failureReason(error)}
        onRetry={ask}
        isRetrying={isFetching}
      />
    )
  }
  return (
    <>
      {error !== null && (
        <ToneNotice
          role="alert"
          tone="middling"
          icon={IconRefreshAlert}
          title={t('May be out of date')}
        >
          <Group justify="space-between" gap="sm">
            <Text size="sm">{failureReason(error)}</Text>
            <Button size="xs" variant="default" loading={isFetching} onClick={ask}>
              {t('Try again')}
            </Button>
          </Group>
        </ToneNotice>
      )}
      {children(data)}
    </>
  )
}
