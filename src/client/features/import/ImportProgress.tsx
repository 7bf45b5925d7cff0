import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { trpc } from '../../lib/trpc.ts'

const POLL_MS = 700

/** How far an import has come, and the way to stop it. A check writes nothing and is soon over. */
export function ImportProgress({ fileName, isCheck }: { fileName: string; isCheck: boolean }) {
  const progress = trpc.serviceRecords.importProgress.useQuery(undefined, {
    enabled: !isCheck,
    refetchInterval: POLL_MS,
    gcTime: 0,
  })
  const stopping = trpc.serviceRecords.stopImport.useMutation()
  const running = progress.data ?? null
  const share = running === null ? null : (100 * running.readRows) / Math.max(1, running.totalRows)
  return (
    <Stack gap="sm" py="md">
      <Text role="status">
        {isCheck ? 'Looking through' : 'Importing'} “{fileName}”…
      </Text>
      <Progress
        value={share ?? 100}
        animated={share === null}
        aria-label={isCheck ? 'Checking' : 'Importing'}
      />
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed">
          {running === null
            ? 'Ten thousand rows take a few seconds.'
            : `${running.readRows.toLocaleString('en')} of ${running.totalRows.toLocaleString('en')} rows. Calls appear in their tab as they are made.`}
        </Text>
        {running !== null && (
          <Button
            size="xs"
            variant="default"
            loading={stopping.isPending || stopping.isSuccess}
            onClick={() => stopping.mutate({ importId: running.id })}
          >
            Stop
          </Button>
        )}
      </Group>
      {stopping.isError && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          It could not be stopped; it goes on.
        </Text>
      )}
    </Stack>
  )
}
