import { Button, EmptyState } from '@mantine/core'
import { IconRoadOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { t } from '../i18n/t.ts'

export function PageNotFound() {
  return (
    <EmptyState p="xl" icon={<IconRoadOff aria-hidden />}>
      <EmptyState.Title order={1}>{t('There is no such page')}</EmptyState.Title>
      <EmptyState.Description>{t('The address may be old or cut short.')}</EmptyState.Description>
      <EmptyState.Actions>
        <Button renderRoot={(props) => <Link {...props} to="/" search={{}} />}>
          {t('Go to the calls')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
