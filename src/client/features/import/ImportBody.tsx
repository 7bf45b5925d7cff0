import { Button, Group, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { t } from '../../i18n/t.ts'
import { FileChooser } from './FileChooser.tsx'
import { ImportHistory } from './ImportHistory.tsx'
import { ImportPlanView } from './ImportPlanView.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { ImportReportView } from './ImportReportView.tsx'
import { SheetChooser } from './SheetChooser.tsx'
import { UndoneView } from './UndoneView.tsx'
import type { Importing } from './use-import.ts'

export function ImportBody(props: { importing: Importing; onClose: () => void }) {
  const { importing, onClose } = props
  const { phase, start, refuse, reset } = importing
  switch (phase.name) {
    case 'choosing':
      return (
        <Stack gap="lg">
          <FileChooser onChoose={start} onRefuse={refuse} />
          <ImportHistory onUndo={importing.undo} />
        </Stack>
      )
    case 'sheets':
      return <SheetChooser sheets={phase.sheets} onChoose={importing.chooseSheet} />
    case 'checking':
    case 'importing':
      return <ImportProgress fileName={phase.fileName} isCheck={phase.name === 'checking'} />
    case 'plan':
      return <ImportPlanView shown={phase} importing={importing} onCancel={reset} />
    case 'done':
      return (
        <ImportReportView
          run={phase.run}
          encoding={phase.encoding}
          onUndo={importing.undo}
          onAnother={reset}
          onClose={onClose}
        />
      )
    case 'undone':
      return <UndoneView undone={phase.undone} onAnother={reset} onClose={onClose} />
    case 'failed':
      return (
        <Stack gap="md">
          <ToneNotice role="alert" tone="bad" icon={IconAlertTriangle} title={t('Not imported')}>
            {phase.reason}
          </ToneNotice>
          <Failed onRetry={phase.retry} onReset={reset} />
        </Stack>
      )
  }
}

type FailedProps = {
  onRetry: (() => void) | null
  onReset: () => void
}

function Failed({ onRetry, onReset }: FailedProps) {
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant={onRetry ? 'default' : 'filled'} onClick={onReset}>
        {t('Choose another file')}
      </Button>
      {onRetry && <Button onClick={onRetry}>{t('Try again')}</Button>}
    </Group>
  )
}
