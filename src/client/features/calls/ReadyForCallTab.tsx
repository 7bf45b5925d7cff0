import { Button, EmptyState } from '@mantine/core'
import { IconPhoneCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { ImportLink } from '../../components/ImportLink.tsx'
import { t } from '../../i18n/t.ts'
import { useRights } from '../../lib/rights.tsx'
import { CallsList } from './CallsList.tsx'
import type { TabProps } from './CallsPage.tsx'

/** Calls that wait for their time, and before them those on the line right now. */
export function ReadyForCallTab({ WhileNew }: TabProps) {
  const rights = useRights()
  return (
    <CallsList
      tab="ready"
      label={t('Calls ready to be placed')}
      emptyState={
        <WhileNew>
          <EmptyState
            p="xl"
            icon={<IconPhoneCheck aria-hidden />}
            title={t('Nobody is waiting for a call')}
            description={
              rights.has('visits.write')
                ? t(
                    'Import the visits of the day: each gets its call, at the time your schedule allows.',
                  )
                : t(
                    'Once the visits of the day are imported, each gets its call, at the time the schedule allows.',
                  )
            }
          >
            <EmptyState.Actions>
              {rights.has('visits.write') && (
                <Button component={ImportLink}>{t('Import visits')}</Button>
              )}
              {rights.has('demo.run') && (
                <Button
                  variant="default"
                  renderRoot={(props) => <Link {...props} to="/demo" search={{}} />}
                >
                  {t('Run a demo call')}
                </Button>
              )}
            </EmptyState.Actions>
          </EmptyState>
        </WhileNew>
      }
    />
  )
}
