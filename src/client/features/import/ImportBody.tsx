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
import type { FailedImport, Importing } from './use-import.ts'

export function ImportBody(props: { importing: Importing; onClose: () => void }) {
  const { importing, onClose } = props
  const { phase, reset } = importing
  switch (phase.name) {
    case 'choosing':
      return (
        <Stack gap="lg">
          <FileChooser importing={importing} />
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
      return <Failed failed={phase} onReset={reset} />
  }
}

type FailedProps = {
  failed: FailedImport
  onReset: () => void
}

function Failed({ failed: { reason, retry }, onReset }: FailedProps) {
  const title = reason === null ? t('It is not known whether all was imported') : t('Not imported')
  return (
    <Stack gap="md">
      <ToneNotice role="alert" tone="bad" icon={IconAlertTriangle} title={title}>
        {reason ?? t('Trying again imports only what is missing.')}
      </ToneNotice>
      <Group justify="flex-end" gap="sm">
        <Button
          variant={retry ? 'default' : 'filled'}
          onClick={onReset}
          data-autofocus={retry === null || undefined}
        >
          {t('Choose another file')}
        </Button>
        {retry && (
          <Button onClick={retry} data-autofocus>
            {t('Try again')}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
