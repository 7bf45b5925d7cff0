import { Button, EmptyState } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import { t } from '../../i18n/t.ts'

/** The list has calls, and the filters hide them all. */
export function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      p="xl"
      icon={<IconFilterOff aria-hidden />}
      title={t('No call matches these filters')}
      description={t('Loosen a filter, or clear them all to see every call of this tab.')}
    >
      <EmptyState.Actions>
        <Button variant="light" onClick={onClear}>
          {t('Clear all filters')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
