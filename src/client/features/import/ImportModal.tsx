import { Dialog } from '../../components/Dialog.tsx'
import { t } from '../../i18n/t.ts'
import { ImportBody } from './ImportBody.tsx'
import classes from './ImportModal.module.css'
import { takeDrop } from './take-drop.ts'
import { useFileDrag } from './use-file-drag.ts'
import type { Importing, ImportPhase } from './use-import.ts'
import { useKeptFocus } from './use-kept-focus.ts'

type ImportModalProps = {
  opened: boolean
  onClose: () => void
  /** It has closed to the end. */
  onGone?: () => void
  importing: Importing
}

export function ImportModal({ opened, onClose, onGone, importing }: ImportModalProps) {
  const { phase, isBusy } = importing
  const body = useKeptFocus(phase.name)
  const takesDrop = ['done', 'failed', 'undone'].includes(phase.name)
  // Else the browser would leave the page for a file that misses the place for it.
  const { isOver, dragProps } = useFileDrag((files) => {
    if (!takesDrop) return
    const onChoose = (file: File) => void importing.start(file)
    takeDrop({ files, rejections: [], onChoose, onRefuse: importing.refuse })
  })
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={titleOf(phase)}
      size="xl"
      {...dragProps}
      // What an import did is to be read, and it can be stopped.
      closeOnEscape={!isBusy}
      closeOnClickOutside={!isBusy}
      withCloseButton={!isBusy}
      closeButtonProps={{ 'aria-label': t('Close') }}
      transitionProps={{
        onExited() {
          importing.end()
          onGone?.()
        },
      }}
    >
      <div
        ref={body}
        className={classes.body}
        data-over={(isOver && takesDrop) || undefined}
        tabIndex={-1}
      >
        <ImportBody importing={importing} onClose={onClose} />
      </div>
    </Dialog>
  )
}

function titleOf(phase: ImportPhase): string {
  if (phase.name === 'done') return t('Import of “{file}”', { file: phase.run.report.fileName })
  if (phase.name === 'undone') return t('Import of “{file}” undone', { file: phase.fileName })
  if (phase.name === 'plan') return t('Before “{file}” is imported', { file: phase.plan.fileName })
  return t('Import service visits')
}
