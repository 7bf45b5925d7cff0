import { Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { createPart, usePart } from '../../lib/part.ts'
import classes from './ImportDropZone.module.css'

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

function useFileDrag(onDrop: (files: readonly File[]) => void) {
  const [isOver, setIsOver] = useState(false)
  // Each element on the way is entered before the one around it is left.
  const depth = useRef(0)
  const enter = (by: number) => {
    depth.current = Math.max(0, depth.current + by)
    setIsOver(depth.current > 0)
  }
  const ofFiles = (then: (event: DragEvent) => void) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    then(event)
  }
  return {
    isOver,
    dragProps: {
      onDragEnter: ofFiles(() => enter(1)),
      onDragLeave: ofFiles(() => enter(-1)),
      onDragOver: ofFiles(() => {}),
      onDrop: ofFiles(({ dataTransfer }) => {
        enter(-depth.current)
        onDrop([...dataTransfer.files])
      }),
    },
  }
}
