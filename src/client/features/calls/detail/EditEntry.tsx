import { Text } from '@mantine/core'
import type { CallEdit } from '../../../../server/domain/call-history.schema.ts'
import { useCallClock } from '../call-clock.tsx'
import classes from './CallHistory.module.css'
import { editedFields } from './edit-words.ts'

/** What somebody changed about a call, and when. */
export function EditEntry({ edit }: { edit: CallEdit }) {
  const clock = useCallClock()
  return (
    <>
      {editedFields(edit, clock.when).map((words) => (
        <Text key={words} size="xs" className={classes.words}>
          {words}
        </Text>
      ))}
      <Text size="xs" c="dimmed" className="numeric">
        {clock.fully(edit.createdAt)}
      </Text>
    </>
  )
}
