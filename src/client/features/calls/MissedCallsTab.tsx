import { Button, EmptyState } from '@mantine/core'
import { IconMoodHappy } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { t } from '../../i18n/t.ts'
import { CallsList } from './CallsList.tsx'

/** Calls that did not reach anybody, whether they are tried again by themselves or not. */
export function MissedCallsTab() {
  return (
    <CallsList
      tab="missed"
      label={t('Missed calls')}
      emptyState={
        <EmptyState
          p="xl"
          icon={<IconMoodHappy aria-hidden />}
          title={t('No missed calls')}
          description={t(
            'Calls that nobody answers come here, with the time of their next try. You can retry or reschedule each.',
          )}
        >
          <EmptyState.Actions>
            <Button
              variant="light"
              renderRoot={(props) => <Link {...props} to="/" search={{ tab: 'ready' }} />}
            >
              {t('See who waits for a call')}
            </Button>
          </EmptyState.Actions>
        </EmptyState>
      }
    />
  )
}
