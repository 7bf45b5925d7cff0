import { Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { createPart, usePart } from '../../lib/part.ts'
import classes from './ImportDropZone.module.css'
import { useFileDrag } from './use-file-drag.ts'

const importPart = createPart(async () => (await import('./DroppedImport.tsx')).DroppedImport)

/** Wraps a page: a CSV file dragged anywhere onto it is imported, with its report in a dialog. */
export function ImportDropZone({ isOff, children }: { isOff: boolean; children: ReactNode }) {
  const [dropped, setDropped] = useState<readonly File[] | null>(null)
  const { isOver, dragProps } = useFileDrag(setDropped)
  const Dropped = usePart(importPart, dropped !== null)
  return (
    <div
      className={classes.root}
      data-import-drop-zone
      {...(isOff || dropped !== null ? {} : dragProps)}
    >
      {children}
      {isOver && !isOff && (
        <div className={classes.overlay}>
          <div className={classes.hint}>
            <IconFileImport size={48} stroke={1.5} aria-hidden />
            <Text fw={600} size="lg">
              {t('Drop the CSV or Excel file to import its visits')}
            </Text>
          </div>
        </div>
      )}
      {Dropped && dropped && <Dropped files={dropped} onGone={() => setDropped(null)} />}
    </div>
  )
}
