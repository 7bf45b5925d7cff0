import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck, IconDownload, IconInfoCircle } from '@tabler/icons-react'
import type { ImportRun } from '../../../server/domain/import-file.schema.ts'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { t } from '../../i18n/t.ts'
import { BadRowsTable } from './BadRowsTable.tsx'
import { describeImport } from './describe-import.ts'
import { downloadText } from './download-text.ts'
import { ImportCounts } from './ImportCounts.tsx'
import { mendedRowsCsv } from './mended-rows-csv.ts'
import { ReadingWords } from './ReadingWords.tsx'
import { RecognizedColumns } from './RecognizedColumns.tsx'
import { UndoButton } from './UndoButton.tsx'
import type { Importing } from './use-import.ts'

const looks = {
  withBadRows: { tone: 'middling', icon: IconAlertCircle },
  good: { tone: 'good', icon: IconCircleCheck },
  calm: { tone: 'calm', icon: IconInfoCircle },
} as const

type ImportReportViewProps = {
  run: ImportRun
  encoding: string | null
  onUndo: Importing['undo']
  onAnother: () => void
  onClose: () => void
}

/** What became of every row of a file. */
export function ImportReportView({
  run,
  encoding,
  onUndo,
  onAnother,
  onClose,
}: ImportReportViewProps) {
  const { report, isCanceled, readRows } = run
  const { badRows } = report
  const isGood = report.created + report.updated > 0
  const download = () =>
    downloadText({
      fileName: `${report.fileName.replace(/\.\w+$/, '')}-bad-rows.csv`,
      content: mendedRowsCsv(run),
      mediaType: 'text/csv;charset=utf-8',
    })
  const whole = isGood ? looks.good : looks.calm
  const look = badRows.length > 0 ? looks.withBadRows : whole
  return (
    <Stack gap="lg">
      <ToneNotice role="status" {...look}>
        {describeImport(report)}
        {isCanceled &&
          ` ${t('Stopped after {done} of {all} rows; import the file again for the rest.', {
            done: readRows,
            all: report.totalRows,
          })}`}
      </ToneNotice>
      <ImportCounts report={report} />
      {badRows.length > 0 && (
        <Stack gap="sm">
          <Group justify="space-between" gap="sm">
            <Title order={3}>{t('Rows to mend')}</Title>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={download}
            >
              {t('Download as CSV')}
            </Button>
          </Group>
          <Text size="sm" c="dimmed">
            {t(
              'These were left out. Download them all, mend them there, and drop that file here; or mend them in your system and import its file again: what is here already stays as it is.',
            )}
          </Text>
          <BadRowsTable report={report} />
        </Stack>
      )}
      <Stack gap="xs">
        <ReadingWords reading={run.reading} encoding={encoding} />
        <RecognizedColumns columns={report.columns} />
      </Stack>
      <Group justify="flex-end" gap="sm">
        {isGood && (
          <UndoButton
            past={{ importId: run.importId, fileName: report.fileName }}
            onUndo={onUndo}
            label={t('Undo this import')}
          />
        )}
        <Button variant="default" onClick={onAnother}>
          {t('Import another file')}
        </Button>
        <Button onClick={onClose} data-autofocus>
          {t('Done')}
        </Button>
      </Group>
    </Stack>
  )
}
