import { Button, EmptyState } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'

/** The list has calls, and the filters hide them all. */
export function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      p="xl"
      icon={<IconFilterOff aria-hidden />}
      title="No call matches these filters"
      description="Loosen a filter, or clear them all to see every call of this tab."
    >
      <EmptyState.Actions>
        <Button variant="light" onClick={onClear}>
          Clear all filters
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  )
}
