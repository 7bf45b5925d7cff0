import { Loader, Modal } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { Importing, ImportPhase } from './use-import.ts'

const ImportBody = lazy(() =>
  import('./ImportBody.tsx').then((module) => ({ default: module.ImportBody })),
)

type ImportModalProps = { opened: boolean; onClose: () => void; importing: Importing }

export function ImportModal({ opened, onClose, importing }: ImportModalProps) {
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
      transitionProps={{ onExited: reset }}
    >
      <Suspense fallback={<Loader aria-label="Loading" />}>
        <ImportBody importing={importing} onClose={onClose} />
      </Suspense>
    </Modal>
  )
}

function titleOf(phase: ImportPhase): string {
  if (phase.name === 'done') return `Import of “${phase.run.report.fileName}”`
  if (phase.name === 'undone') return `Import of “${phase.fileName}” undone`
  if (phase.name === 'plan') return `Before “${phase.plan.fileName}” is imported`
  return 'Import service visits'
}
