import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import type { SavedScheduleConfig } from '../../../server/domain/schedule-config-version.schema.ts'
import type { ScheduleVersion } from '../../../server/domain/schedule-history.schema.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { ShowOlder } from '../../components/ShowOlder.tsx'
import { t } from '../../i18n/t.ts'
import { RestoreDialog } from './RestoreDialog.tsx'
import classes from './ScheduleHistory.module.css'
import { useScheduleHistory } from './use-schedule-history.ts'
import { VersionEntry } from './VersionEntry.tsx'

type ScheduleHistoryProps = {
  current: SavedScheduleConfig
  isDirty: boolean
  /** Puts an older version into the fields, without saving it. */
  onTry: (config: ScheduleConfig) => void
  onRestored: (saved: SavedScheduleConfig) => void
}

/** Who changed the schedule when, and how; each older version can be had back. */
export function ScheduleHistory({ current, ...editing }: ScheduleHistoryProps) {
  const [asked, setAsked] = useState<ScheduleVersion | null>(null)
  const [isAsking, setIsAsking] = useState(false)
  const history = useScheduleHistory()
  if (history.isPending) {
    return (
      <Stack gap="xs" role="status" aria-busy="true" aria-label={t('Loading the history')}>
        <Skeleton height={48} />
        <Skeleton height={48} />
      </Stack>
    )
  }
  if (!history.data) {
    return (
      <Group justify="space-between" gap="sm" role="alert">
        <Text size="sm">
          {t('The history could not be loaded: {reason}', { reason: failureReason(history.error) })}
        </Text>
        <Button
          size="xs"
          variant="default"
          loading={history.isFetching}
          onClick={() => void history.refetch()}
        >
          {t('Try again')}
        </Button>
      </Group>
    )
  }
  const versions = history.data.pages.flat()
  if (versions.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t(
          'Nothing was saved yet: this is the usual schedule. Each version that you save is kept here.',
        )}
      </Text>
    )
  }
  return (
    <>
      <ol className={classes.versions} aria-label={t('Saved versions, newest first')}>
        {versions.map((version) => (
          <VersionEntry
            key={version.version}
            version={version}
            isCurrent={version.version === current.version}
            timeZone={current.config.timeZone}
            onRestore={() => {
              setAsked(version)
              setIsAsking(true)
            }}
          />
        ))}
      </ol>
      {history.hasNextPage && (
        <ShowOlder
          isLoading={history.isFetchingNextPage}
          problem={history.isFetchNextPageError ? failureReason(history.error) : null}
          onMore={() => void history.fetchNextPage()}
        />
      )}
      <RestoreDialog
        version={asked}
        isOpen={isAsking}
        current={current}
        {...editing}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
