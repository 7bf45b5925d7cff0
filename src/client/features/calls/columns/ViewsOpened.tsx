import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { trpc } from '../../../lib/trpc.ts'
import type { CallsAddress } from '../calls-address.ts'
import {
  readSavedViews,
  type SavedView,
  savedViewSchema,
  withoutView,
  withView,
} from './saved-views.ts'
import { ToolPopover } from './ToolPopover.tsx'
import { useColumnChoice } from './use-column-choice.ts'

export type ViewsOpenedProps = {
  address: CallsAddress
  onShow: (address: CallsAddress) => void
  /** Its button is labelled, where no mouse points. */
  isNamed?: boolean
}

/** The views that a person has named, on this device: each opens a tab as it was then. */
export function ViewsOpened({ address, onShow, isNamed }: ViewsOpenedProps) {
  const organizationId = trpc.organization.current.useQuery().data?.id ?? ''
  const [views, setViews] = useLocalStorage<SavedView[]>({
    // Advisors and campaigns are those of one organization.
    key: `ringback.views.${organizationId}`,
    defaultValue: [],
    deserialize: readSavedViews,
    getInitialValueInEffect: false,
  })
  const columnsOf = useColumnsOfTabs()
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const save = (event: FormEvent) => {
    event.preventDefault()
    const [columns] = columnsOf[address.tab ?? 'ready']
    const view = savedViewSchema.safeParse({ name, address, columns })
    if (!view.success) return
    setViews(withView(views, view.data))
    setName('')
    // The button is off again, and would leave the focus to nobody: Escape must still close this.
    field.current?.focus()
  }
  return (
    <ToolPopover name={t('Saved views')} icon={IconBookmark} isNamed={isNamed} width={280}>
      {(close) => (
        <Stack gap="xs">
          {views.length === 0 && (
            <Text size="sm" c="dimmed">
              {t(
                'Name the tab with its filters, order and columns as they stand, to come back to them.',
              )}
            </Text>
          )}
          {views.map((view) => (
            <Group key={view.name} gap={4} wrap="nowrap">
              <Button
                variant="subtle"
                size="compact-sm"
                justify="flex-start"
                flex={1}
                miw={0}
                onClick={() => {
                  close()
                  const [, setColumns] = columnsOf[view.address.tab ?? 'ready']
                  if (view.columns) setColumns(view.columns)
                  onShow(view.address)
                }}
              >
                {view.name}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('Forget {name}', { name: view.name })}
                onClick={() => setViews(withoutView(views, view.name))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          <form onSubmit={save} aria-label={t('Save this view')}>
            <Group gap={6} wrap="nowrap" align="flex-end">
              <TextInput
                ref={field}
                size="xs"
                flex={1}
                label={t('Save this view as')}
                maxLength={40}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Button size="xs" type="submit" disabled={name.trim() === ''}>
                {t('Save')}
              </Button>
            </Group>
          </form>
        </Stack>
      )}
    </ToolPopover>
  )
}

/** A view may lead to another tab than the one that is open. */
const useColumnsOfTabs = () => ({
  ready: useColumnChoice('ready'),
  missed: useColumnChoice('missed'),
  completed: useColumnChoice('completed'),
})
