import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { FileChooser } from './FileChooser.tsx'
import { ImportReportView } from './ImportReportView.tsx'
import type { Importing, ImportPhase } from './use-import.ts'

type ImportModalProps = {
  opened: boolean
  onClose: () => void
  /** It has closed to the end. */
  onGone?: () => void
  importing: Importing
}

export function ImportModal({ opened, onClose, onGone, importing }: ImportModalProps) {
  const { phase, start, refuse, reset } = importing
  const isBusy = phase.name === 'importing'
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={titleOf(phase)}
      size="xl"
      // An import cannot be taken back half-way, so its report is waited for.
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
      {phase.name === 'choosing' && <FileChooser onChoose={start} onRefuse={refuse} />}
      {phase.name === 'importing' && (
        <Stack gap="sm" role="status" py="md">
          <Text>Importing “{phase.fileName}”…</Text>
          <Progress value={100} animated aria-label="Importing" />
          <Text size="sm" c="dimmed">
            Ten thousand rows take a few seconds. Calls appear in their tab as they are made.
          </Text>
        </Stack>
      )}
      {phase.name === 'failed' && (
        <Stack gap="md">
          <ToneNotice role="alert" tone="bad" icon={IconAlertTriangle} title="Not imported">
            {phase.reason}
          </ToneNotice>
          <Failed phase={phase} onRetry={start} onReset={reset} />
        </Stack>
      )}
      {phase.name === 'done' && (
        <ImportReportView report={phase.report} onAnother={reset} onClose={onClose} />
      )}
    </Modal>
  )
}

type FailedProps = {
  phase: Extract<ImportPhase, { name: 'failed' }>
  onRetry: (file: File) => void
  onReset: () => void
}

function Failed({ phase: { file }, onRetry, onReset }: FailedProps) {
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant={file ? 'default' : 'filled'} onClick={onReset}>
        Choose another file
      </Button>
      {file && <Button onClick={() => onRetry(file)}>Try again</Button>}
    </Group>
  )
}

function titleOf(phase: ImportPhase): string {
  return phase.name === 'done' ? `Import of “${phase.report.fileName}”` : 'Import service visits'
}
