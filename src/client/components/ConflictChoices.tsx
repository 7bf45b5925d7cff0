import { Button, Group } from '@mantine/core'
import { t } from '../i18n/t.ts'

type ConflictChoicesProps = {
  onMerge: () => void
  onLoadTheirs: () => void
  words?: { merge: string; load: string } | undefined
}

const usualWords = {
  merge: t('Put my changes on top of theirs'),
  load: t('Load theirs and drop mine'),
}

/** What may become of two people's changes. */
export function ConflictChoices(props: ConflictChoicesProps) {
  const { merge, load } = props.words ?? usualWords
  return (
    <Group gap="sm">
      <Button size="xs" onClick={props.onMerge}>
        {merge}
      </Button>
      <Button size="xs" variant="default" onClick={props.onLoadTheirs}>
        {load}
      </Button>
    </Group>
  )
}
