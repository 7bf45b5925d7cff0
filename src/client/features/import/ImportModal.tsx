import { Modal } from '@mantine/core'
import { ImportBody } from './ImportBody.tsx'
import type { Importing, ImportPhase } from './use-import.ts'

type ImportModalProps = {
  opened: boolean
  onClose: () => void
  /** It has closed to the end. */
  onGone?: () => void
  importing: Importing
}

export function ImportModal({ opened, onClose, onGone, importing }: ImportModalProps) {
  const { phase, isBusy, reset } = importing
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={titleOf(phase)}
      size="xl"
      // What an import did is to be read, and it can be stopped.
      closeOnEscape={!isBusy}
      closeOnClickOutside={!isBusy}
      withCloseButton={!isBusy}
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{
        onExited() {
          reset()
          onGone?.()
        },
      }}
    >
      <ImportBody importing={importing} onClose={onClose} />
    </Modal>
  )
}

function titleOf(phase: ImportPhase): string {
  if (phase.name === 'done') return `Import of “${phase.run.report.fileName}”`
  if (phase.name === 'undone') return `Import of “${phase.fileName}” undone`
  if (phase.name === 'plan') return `Before “${phase.plan.fileName}” is imported`
  return 'Import service visits'
}
