import { Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'

type Unsaved = { title: string; reason: string; words: string }

/** Tells of words that were not saved after their field has gone; they stay until somebody closes it. */
export function tellUnsaved({ title, reason, words }: Unsaved): void {
  notifications.show({
    color: 'red',
    title,
    message: (
      <>
        {reason}
        <Textarea mt="xs" aria-label={title} value={words} readOnly autosize maxRows={6} />
      </>
    ),
    autoClose: false,
  })
}
