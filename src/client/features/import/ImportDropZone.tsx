import { Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileImport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useDropzone } from 'react-dropzone'
import classes from './ImportDropZone.module.css'
import { ImportModal } from './ImportModal.tsx'
import { takeDrop } from './take-drop.ts'
import { useImport } from './use-import.ts'

/** Wraps a page: a CSV file dragged anywhere onto it is imported, with its report in a dialog. */
export function ImportDropZone({ isOff, children }: { isOff: boolean; children: ReactNode }) {
  const importing = useImport()
  const [opened, { open, close }] = useDisclosure(false)
  const { getRootProps, isDragGlobal } = useDropzone({
    noClick: true,
    noKeyboard: true,
    multiple: false,
    disabled: opened || isOff,
    onDrop: (files, rejections) => {
      takeDrop({
        files,
        rejections,
        onChoose: (file) => void importing.start(file),
        onRefuse: importing.refuse,
      })
      open()
    },
  })
  return (
    <div {...getRootProps({ className: classes.root })} data-import-drop-zone>
      {children}
      {isDragGlobal && !isOff && (
        <div className={classes.overlay}>
          <div className={classes.hint}>
            <IconFileImport size={48} stroke={1.5} aria-hidden />
            <Text fw={600} size="lg">
              Drop the CSV or Excel file to import its visits
            </Text>
          </div>
        </div>
      )}
      <ImportModal opened={opened} onClose={close} importing={importing} />
    </div>
  )
}
