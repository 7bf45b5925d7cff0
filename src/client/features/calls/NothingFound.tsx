import { Button, EmptyState } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../../i18n/t.ts'

type NothingFoundProps = {
  /** Where else it is looked for; null where nothing is searched for. */
  elsewhere: ReactNode
  onClear: () => void
}

/** The list has calls, and the filters hide them all. */
export function NothingFound({ elsewhere, onClear }: NothingFoundProps) {
  return (
    <EmptyState
      p="xl"
      icon={<IconFilterOff aria-hidden />}
      title={t('No call matches these filters')}
      description={t('Loosen a filter, or clear them all to see every call of this tab.')}
    >
      {elsewhere}
      <EmptyState.Actions>
        <Button variant={elsewhere === null ? 'light' : 'subtle'} onClick={onClear}>
          {t('Clear all filters')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
