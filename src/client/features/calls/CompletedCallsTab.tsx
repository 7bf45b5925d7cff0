import { Button, EmptyState } from '@mantine/core'
import { IconMessageCircleHeart } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { t } from '../../i18n/t.ts'
import { useRights } from '../../lib/rights.tsx'
import { CallsList } from './CallsList.tsx'

/** Calls that were answered, with what the customers said. */
export function CompletedCallsTab() {
  const mayRunDemo = useRights().has('demo.run')
  return (
    <CallsList
      tab="completed"
      label={t('Completed calls')}
      emptyState={
        <EmptyState
          p="xl"
          icon={<IconMessageCircleHeart aria-hidden />}
          title={t('No feedback yet')}
          description={t(
            'Once a customer answers, the score, what they praised and the recording appear here.',
          )}
        >
          <EmptyState.Actions>
            {mayRunDemo && (
              <Button
                variant="light"
                renderRoot={(props) => <Link {...props} to="/demo" search={{}} />}
              >
                {t('Hear a demo call')}
              </Button>
            )}
          </EmptyState.Actions>
        </EmptyState>
      }
    />
  )
}
