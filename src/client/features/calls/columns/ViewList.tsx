import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type RefObject, useId, useRef } from 'react'
import type { SavedView } from '../../../../server/domain/saved-view.schema.ts'
import { t } from '../../../i18n/t.ts'
import { tabLabels } from '../tab-labels.ts'
import { viewsByTab } from './saved-views.ts'

type ViewListProps = {
  views: readonly SavedView[]
  /** Where one goes on when there is no view left. */
  field: RefObject<HTMLInputElement | null>
  onOpen: (view: SavedView) => void
  onForget: (view: SavedView) => void
}

export function ViewList({ views, field, onOpen, onForget }: ViewListProps) {
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const forget = (view: SavedView, button: HTMLButtonElement) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-forget]') ?? [])]
    const at = buttons.indexOf(button)
    // The button goes with its view, and would leave the focus to nobody.
    const next = buttons[at + 1] ?? buttons[at - 1] ?? field.current
    next?.focus()
    onForget(view)
  }
  if (views.length === 0) return null
  return (
    <Stack gap="xs" ref={list} mah="min(40dvh, 20rem)" style={{ overflowY: 'auto' }}>
      {viewsByTab(views).map(({ tab, views: ofTab }) => (
        <Stack key={tab} gap={0} role="group" aria-labelledby={`${id}-${tab}`}>
          <Text id={`${id}-${tab}`} size="xs" c="dimmed" pl={8}>
            {tabLabels[tab]}
          </Text>
          {ofTab.map((view) => (
            <Group key={view.name} gap={4} wrap="nowrap">
              <Button
                variant="subtle"
                size="compact-sm"
                justify="flex-start"
                flex={1}
                miw={0}
                title={view.name}
                onClick={() => onOpen(view)}
              >
                {view.name}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                data-forget
                aria-label={t('Forget {name}', { name: view.name })}
                onClick={(event) => forget(view, event.currentTarget)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
        </Stack>
      ))}
    </Stack>
  )
}
