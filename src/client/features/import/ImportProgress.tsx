import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { PastImport } from '../../../server/domain/import-file.schema.ts'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'

const POLL_MS = 700

/** How far an import or its check has come, and the way to stop it. */
export function ImportProgress({ fileName, isCheck }: { fileName: string; isCheck: boolean }) {
  const progress = trpc.serviceRecords.importProgress.useQuery(undefined, {
    refetchInterval: POLL_MS,
    gcTime: 0,
  })
  const stopping = trpc.serviceRecords.stopImport.useMutation()
  const running = progress.data ?? null
  const share = running === null ? null : (100 * running.readRows) / Math.max(1, running.totalRows)
  const label = isCheck ? t('Checking') : t('Importing')
  return (
    <Stack gap="sm" py="md">
      <Text role="status">
        {isCheck
          ? t('Looking through “{file}”…', { file: fileName })
          : t('Importing “{file}”…', { file: fileName })}
      </Text>
      {share === null ? (
        <Progress.Root>
          {/* Nobody is told how far it is while nobody knows. */}
          <Progress.Section
            value={100}
            animated
            withAria={false}
            role="progressbar"
            aria-label={label}
          />
        </Progress.Root>
      ) : (
        <Progress value={share} aria-label={label} />
      )}
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed">
          {running === null
            ? t('Ten thousand rows take a few seconds.')
            : describeProgress(running, isCheck)}
        </Text>
        {running !== null && (
          <Button
            size="xs"
            variant="default"
            loading={stopping.isPending || stopping.isSuccess}
            onClick={() => stopping.mutate({ importId: running.id })}
          >
            {t('Stop')}
          </Button>
        )}
      </Group>
      {stopping.isError && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('It could not be stopped; it goes on.')}
        </Text>
      )}
    </Stack>
  )
}

function describeProgress({ readRows, totalRows }: PastImport, isCheck: boolean): string {
  const rows = { done: readRows, all: totalRows }
  return isCheck
    ? t('{done} of {all} rows. Nothing is written.', rows)
    : t('{done} of {all} rows. Calls appear in their tab as they are made.', rows)
}
