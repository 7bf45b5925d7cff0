import { Button, EmptyState } from '@mantine/core'
import { IconChartDots } from '@tabler/icons-react'
import { ImportLink } from '../../components/ImportLink.tsx'
import { t } from '../../i18n/t.ts'
import { useRights } from '../../lib/rights.tsx'

/** Nothing to count for three months: what would be counted, and how that begins. */
export function NoFigures() {
  const mayImport = useRights().has('visits.write')
  return (
    <EmptyState
      p="xl"
      icon={<IconChartDots aria-hidden />}
      title={t('No figures yet')}
      description={t(
        'The score, its trend, what is praised and what is blamed appear here once customers have answered their calls.',
      )}
    >
      {mayImport && (
        <EmptyState.Actions>
          <Button component={ImportLink} variant="light">
            {t('Import visits')}
          </Button>
        </EmptyState.Actions>
      )}
    </EmptyState>
  )
}
