import { ActionIcon } from '@mantine/core'
import { IconBookmark } from '@tabler/icons-react'
import { useFirstPress } from '../../../components/use-first-press.ts'
import { createPart } from '../../../lib/part.ts'
import type { ViewsOpenedProps } from './ViewsOpened.tsx'

const openedPart = createPart(async () => (await import('./ViewsOpened.tsx')).ViewsOpened)

export function ViewsButton(props: ViewsOpenedProps) {
  const { Opened, buttonProps } = useFirstPress(openedPart)
  if (Opened !== null) return <Opened {...props} />
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label="Saved views"
      title="Saved views"
      aria-haspopup="dialog"
      aria-expanded={false}
      {...buttonProps}
    >
      <IconBookmark size={18} aria-hidden />
    </ActionIcon>
  )
}
