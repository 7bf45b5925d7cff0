import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { useCommands } from '../../lib/commands.tsx'
import classes from './FilterBar.module.css'

export type SearchFieldProps = {
  value: string | undefined
  onChange: (value: string | undefined) => void
  /** There it has room for one word. */
  isNarrow?: boolean
}

const QUIET_MS = 250

/** Searches once the typing pauses. */
export function SearchField({ value, onChange, isNarrow }: SearchFieldProps) {
  const [text, setText] = useState(value ?? '')
  const sent = useRef(value)
  const send = useDebouncedCallback((next: string) => {
    sent.current = next.trim() || undefined
    onChange(sent.current)
  }, QUIET_MS)
  // The address may change by "back" or "clear all"; what was typed here meanwhile is kept.
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value ?? '')
  }, [value])
  const type = (next: string) => {
    setText(next)
    send(next)
  }
  const field = useRef<HTMLInputElement>(null)
  useCommands([
    { group: t('List'), label: t('Search'), key: '/', run: () => field.current?.select() },
  ])
  return (
    <TextInput
      ref={field}
      type="search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // Back to the rows that were found: a browser would clear the field.
        event.preventDefault()
        event.currentTarget.blur()
      }}
      className={classes.search}
      aria-label={t('Search calls')}
      placeholder={isNarrow ? t('Search calls') : t('Name, vehicle, phone, order')}
      maxLength={100}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text !== '' && (
          <CloseButton size="sm" aria-label={t('Clear search')} onClick={() => type('')} />
        )
      }
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
    />
  )
}
