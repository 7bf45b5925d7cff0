import { useState } from 'react'
import { t } from '../i18n/t.ts'
import { useCommandList, useCommands } from '../lib/commands.tsx'
import { createPart, usePart } from '../lib/part.ts'
import { useSight } from '../lib/rights.tsx'
import { startTour } from '../lib/tour.ts'
import { useFrameCommands } from './use-frame-commands.ts'

const palettePart = createPart(async () => (await import('./CommandPalette.tsx')).CommandPalette)
const keysPart = createPart(async () => (await import('./KeyList.tsx')).KeyList)

/** The command palette and the list of keys, each fetched when it is first asked for. */
export function Keyboard() {
  const commands = useCommandList()
  const sight = useSight()
  const [paletteOpenings, setPaletteOpenings] = useState(0)
  const [isListOpen, setIsListOpen] = useState(false)
  const Palette = usePart(palettePart, paletteOpenings > 0)
  const Keys = usePart(keysPart, isListOpen)
  useFrameCommands()
  useCommands([
    {
      group: t('Help'),
      label: t('Find anything you can do'),
      key: 'mod+k',
      isKeyOnly: true,
      run: () => setPaletteOpenings((count) => count + 1),
    },
    ...(sight === 'all' ? [{ group: t('Help'), label: t('Take the tour'), run: startTour }] : []),
    { group: t('Help'), label: t('Show all keys'), key: '?', run: () => setIsListOpen(true) },
  ])
  return (
    <>
      {Palette && <Palette openings={paletteOpenings} commands={commands} />}
      {Keys && (
        <Keys isOpen={isListOpen} onClose={() => setIsListOpen(false)} commands={commands} />
      )}
    </>
  )
}
