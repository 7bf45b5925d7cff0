import { Button, Text } from '@mantine/core'
import { failureReason } from '../../../components/failure-reason.ts'
import { t } from '../../../i18n/t.ts'
import type { useKeptViews } from './use-kept-views.ts'

/** Says how the move of this browser's views goes, as long as that is of interest. */
export function KeptViewsNotice({ move }: { move: ReturnType<typeof useKeptViews> }) {
  if (move.isPending) {
    return (
      <Text size="sm" c="dimmed" role="status">
        {t('The views of this browser are being moved to your account.')}
      </Text>
    )
  }
  if (move.error === null) return null
  return (
    <div role="alert">
      <Text size="sm">
        {t('Not every view of this browser could be moved to your account: {reason}', {
          reason: failureReason(move.error),
        })}
      </Text>
      <Button size="xs" variant="default" mt={6} onClick={move.retry}>
        {t('Try again')}
      </Button>
    </div>
  )
}
