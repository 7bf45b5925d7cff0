import { Group, Stack, Text, Title } from '@mantine/core'
import { failureReason } from '../../components/failure-reason.ts'
import { ShowOlder } from '../../components/ShowOlder.tsx'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { useOrganizationPlace } from '../../lib/use-organization-place.ts'
import { describePast } from './import-words.ts'
import { UndoButton } from './UndoButton.tsx'
import type { Importing } from './use-import.ts'

/** Earlier imports, the newest first, with which of them can be taken back. */
export function ImportHistory({ onUndo }: { onUndo: Importing['undo'] }) {
  const imports = trpc.serviceRecords.imports.useInfiniteQuery(
    {},
    { getNextPageParam: (page) => page.nextCursor },
  )
  const { fully } = useOrganizationPlace()
  if (imports.isError && !imports.isFetchNextPageError) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {t('Earlier imports could not be read: {reason}', {
          reason: failureReason(imports.error),
        })}
      </Text>
    )
  }
  if (!imports.data) return null
  const all = imports.data.pages.flatMap((page) => page.imports)
  if (all.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('Nothing was imported yet. Imports are listed here, and can be taken back.')}
      </Text>
    )
  }
  return (
    <Stack gap="sm">
      <Title order={3}>{t('Recent imports')}</Title>
      {all.map((past) => (
        <Group key={past.id} justify="space-between" wrap="nowrap" gap="sm">
          <div style={{ minWidth: 0 }}>
            <Text size="sm" fw={600} truncate>
              {past.fileName}
            </Text>
            <Text size="sm" c="dimmed">
              {fully(past.startedAt)}, {past.actorName} · {describePast(past)}
            </Text>
          </div>
          {past.undoableUntil !== null && (
            <UndoButton
              past={{ importId: past.id, fileName: past.fileName }}
              onUndo={onUndo}
              size="xs"
              label={t('Undo')}
            />
          )}
        </Group>
      ))}
      {imports.hasNextPage && (
        <ShowOlder
          isSmall
          isLoading={imports.isFetchingNextPage}
          problem={imports.isFetchNextPageError ? failureReason(imports.error) : null}
          onMore={() => void imports.fetchNextPage()}
        />
      )}
    </Stack>
  )
}
