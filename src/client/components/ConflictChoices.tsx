import { Button, Group } from '@mantine/core'

/** What may become of two people's changes. */
export function ConflictChoices(props: { onMerge: () => void; onLoadTheirs: () => void }) {
  return (
    <Group gap="sm">
      <Button size="xs" onClick={props.onMerge}>
        Put my changes on top of theirs
      </Button>
      <Button size="xs" variant="default" onClick={props.onLoadTheirs}>
        Load theirs and drop mine
      </Button>
    </Group>
  )
}
