import { Button, EmptyState } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link, Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Right } from '../../server/domain/rights.ts'
import { t } from '../i18n/t.ts'
import { useSight, useWhyNot } from '../lib/rights.tsx'

/** A page for those who have the right; to the others it says who has. */
export function WithRight({ right, children }: { right: Right; children: ReactNode }) {
  const whyNot = useWhyNot(right, 'open it')
  const sight = useSight()
  if (whyNot === null) return children
  // Nobody wants to explain a locked door before an audience.
  if (sight === 'demo' && right !== 'demo.run') return <Navigate to="/demo" replace />
  return (
    <EmptyState
      p="xl"
      icon={<IconLock aria-hidden />}
      title={t('This page is not open to you')}
      description={`${whyNot} ${t('Ask one of them if you need it.')}`}
    >
      <EmptyState.Actions>
        <Button renderRoot={(props) => <Link {...props} to="/" search={{}} />}>
          {t('Go to your start page')}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
