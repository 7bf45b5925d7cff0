import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react'
import type { SavedView } from '../../../../server/domain/saved-view.schema.ts'
import { longestViewName } from '../../../../server/domain/saved-view-limits.ts'
import { Answered } from '../../../components/Answered.tsx'
import { t } from '../../../i18n/t.ts'
import type { CallsAddress } from '../calls-address.ts'
import { KeptViewsNotice } from './KeptViewsNotice.tsx'
import { addressOfView, viewOf } from './saved-views.ts'
import { useColumnChoice } from './use-column-choice.ts'
import { useKeptViews } from './use-kept-views.ts'
import { useSavedViews } from './use-saved-views.ts'
import { ViewList } from './ViewList.tsx'

type SavedViewsProps = { address: CallsAddress; onShow: (address: CallsAddress) => void }

/** The views that a person has named: each opens a tab as it was then. */
export function SavedViews({ address, onShow }: SavedViewsProps) {
  const [name, setName] = useState('')
  // What could not be saved is typed already, unless something else is being typed by now.
  const onNotSaved = (view: SavedView) => setName((typed) => typed || view.name)
  const { query, save, forget } = useSavedViews({ onNotSaved })
  const move = useKeptViews(query.data)
  const columnsOf = useColumnsOfTabs()
  const field = useRef<HTMLInputElement>(null)
  const panel = useFocusOnceThere(query.status)
  const tab = address.tab ?? 'ready'
  const isTaken = query.data?.some((view) => view.tab === tab && view.name === name.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const [columns] = columnsOf[tab]
    save(viewOf(address, { name: name.trim(), columns }))
    setName('')
    // The button is off again, and would leave the focus to nobody: Escape must still close this.
    field.current?.focus()
  }
  return (
    <Stack
      gap="xs"
      ref={panel}
      tabIndex={-1}
      style={{ outline: 'none' }}
      data-autofocus={query.isPending || undefined}
    >
      <Answered query={query} name={t('The saved views')} isShort>
        {(views) => (
          <>
            {views.length === 0 && !move.isPending && (
              <Text size="sm" c="dimmed">
                {t(
                  'Name the tab with its filters, order and columns as they stand, to come back to them wherever you sign in.',
                )}
              </Text>
            )}
            <ViewList
              views={views}
              field={field}
              onForget={({ tab, name }) => forget({ tab, name })}
              onOpen={(view) => {
                const [, setColumns] = columnsOf[view.tab]
                if (view.columns) setColumns(view.columns)
                onShow(addressOfView(view))
              }}
            />
            <KeptViewsNotice move={move} />
            <form onSubmit={submit} aria-label={t('Save this view')}>
              <Group gap={6} wrap="nowrap" align="flex-end">
                <TextInput
                  ref={field}
                  size="xs"
                  flex={1}
                  label={t('Save this view as')}
                  maxLength={longestViewName}
                  value={name}
                  onChange={(event) => setName(event.currentTarget.value)}
                />
                <Button size="xs" type="submit" disabled={name.trim() === ''}>
                  {isTaken ? t('Replace') : t('Save')}
                </Button>
              </Group>
            </form>
          </>
        )}
      </Answered>
    </Stack>
  )
}

/**
 * While it is waited for, the panel itself has the focus, and hands it on to what then comes first; so
 * it does when a button goes that asked again.
 */
function useFocusOnceThere(status: 'pending' | 'error' | 'success') {
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const waiting = panel.current
    const focused = document.activeElement
    const isNobodys = focused === waiting || focused === document.body
    if (status === 'pending' || waiting === null || !isNobodys) return
    waiting.querySelector<HTMLElement>('button,input')?.focus()
  }, [status])
  return panel
}

/** A view may lead to another tab than the one that is open. */
const useColumnsOfTabs = () => ({
  ready: useColumnChoice('ready'),
  missed: useColumnChoice('missed'),
  completed: useColumnChoice('completed'),
})
