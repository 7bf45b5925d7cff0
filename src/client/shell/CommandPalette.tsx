import { Kbd } from '@mantine/core'
import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight'
import { t } from '../i18n/t.ts'
import '@mantine/spotlight/styles.layer.css'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { plainWords } from '../../server/domain/spoken-words.ts'
import { useIsOnTop } from '../components/use-is-on-top.ts'
import type { Command, Commands } from '../lib/commands.tsx'
import { keyWords } from './key-words.ts'

export type CommandPaletteProps = { openings: number; commands: Commands }

/** Every command by its name. */
export function CommandPalette({ openings, commands }: CommandPaletteProps) {
  const [listed, setListed] = useState<readonly Command[]>([])
  const [isOpen, setIsOpen] = useState(false)
  const isOnTop = useIsOnTop(isOpen)
  useEffect(() => {
    if (openings === 0) return
    setListed(commands.list().filter(({ isKeyOnly }) => !isKeyOnly))
    spotlight.open()
  }, [openings, commands])
  return (
    <Spotlight
      shortcut={null}
      onSpotlightOpen={() => setIsOpen(true)}
      onSpotlightClose={() => setIsOpen(false)}
      closeOnEscape={isOnTop}
      scrollable
      maxHeight="min(26rem, 70dvh)"
      actions={grouped(listed)}
      nothingFound={t('Nothing like this can be done here')}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('Go to a page, or do something'),
        'aria-label': t('Find a command'),
      }}
      attributes={{
        content: { 'aria-label': t('Commands'), 'data-leaving': !isOpen || undefined },
      }}
      // What scrolls can be reached without a mouse.
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
    />
  )
}

function grouped(commands: readonly Command[]): SpotlightActionGroupData[] {
  const names = [...new Set(commands.map(({ group }) => group))]
  return names.map((group) => ({
    group,
    actions: commands
      .filter((command) => command.group === group)
      .map(({ label, key, run }) => ({
        id: `${group}: ${label}`,
        label,
        // Found by its group too, and by whoever leaves out an accent.
        keywords: [group, plainWords(group), plainWords(label)],
        rightSection: key && <Kbd size="xs">{keyWords(key)}</Kbd>,
        onClick: run,
      })),
  }))
}
