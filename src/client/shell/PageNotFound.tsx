import { Button, EmptyState } from '@mantine/core'
import { IconRoadOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

export function PageNotFound() {
  return (
    <EmptyState
      p="xl"
      icon={<IconRoadOff aria-hidden />}
      title="There is no such page"
      description="The address may be old or cut short."
    >
      <EmptyState.Actions>
        <Button renderRoot={(props) => <Link {...props} to="/" search={{}} />}>
          Go to the calls
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
