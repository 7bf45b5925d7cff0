import { EmptyState } from '@mantine/core'
import { IconMessageCircleHeart } from '@tabler/icons-react'
import { CallsList } from './CallsList.tsx'

/** Calls that were answered, with what the customers said. */
export function CompletedCallsTab() {
  return (
    <CallsList
      tab="completed"
      label="Completed calls"
      emptyState={
        <EmptyState
          p="xl"
          icon={<IconMessageCircleHeart aria-hidden />}
          title="No feedback yet"
          description="Once a customer answers, the score, what they praised and the recording appear here."
        />
      }
    />
  )
}
