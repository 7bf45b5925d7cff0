import { Button, EmptyState } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Right } from '../../server/domain/rights.ts'
import { useWhyNot } from '../lib/rights.tsx'

/** A page for those who have the right; to the others it says who has. */
export function WithRight({ right, children }: { right: Right; children: ReactNode }) {
  const whyNot = useWhyNot(right)
  if (whyNot === null) return children
  return (
    <EmptyState
      p="xl"
      icon={<IconLock aria-hidden />}
      title="This page is not open to you"
      description={`${whyNot} Ask one of them if you need it.`}
    >
      <EmptyState.Actions>
        <Button renderRoot={(props) => <Link {...props} to="/" search={{}} />}>
          Go to your start page
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
