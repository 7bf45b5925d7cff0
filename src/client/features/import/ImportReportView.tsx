import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconCircleCheck, IconDownload, IconInfoCircle } from '@tabler/icons-react'
import type { ImportReport } from '../../../server/domain/import-report.schema.ts'
import { ToneNotice } from '../../components/ToneNotice.tsx'
import { BadRowsTable } from './BadRowsTable.tsx'
import { badRowsCsv } from './bad-rows-csv.ts'
import { describeImport } from './describe-import.ts'
import { downloadText } from './download-text.ts'
import { ImportCounts } from './ImportCounts.tsx'
import { RecognizedColumns } from './RecognizedColumns.tsx'

type ImportReportViewProps = { report: ImportReport; onAnother: () => void; onClose: () => void }

/** What became of every row of a file. */
export function ImportReportView({ report, onAnother, onClose }: ImportReportViewProps) {
  const { badRows } = report
  const isGood = report.created + report.updated > 0
  const download = () =>
    downloadText({
      fileName: `${report.fileName.replace(/\.\w+$/, '')}-bad-rows.csv`,
      content: badRowsCsv(badRows),
      mediaType: 'text/csv;charset=utf-8',
    })
  return (
    <Stack gap="lg">
      <ToneNotice
        role="status"
        tone={isGood ? 'good' : 'calm'}
        icon={isGood ? IconCircleCheck : IconInfoCircle}
      >
        {describeImport(report)}
      </ToneNotice>
      <ImportCounts report={report} />
      {badRows.length > 0 && (
        <Stack gap="sm">
          <Group justify="space-between" gap="sm">
            <Title order={3}>Rows to mend</Title>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={download}
            >
              Download as CSV
            </Button>
          </Group>
          <Text size="sm" c="dimmed">
            These were left out. Mend them in your system or in the file and import it again: what
            is here already stays as it is.
          </Text>
          <BadRowsTable badRows={badRows} />
        </Stack>
      )}
      <RecognizedColumns columns={report.columns} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onAnother}>
          Import another file
        </Button>
        <Button onClick={onClose} data-autofocus>
          Done
        </Button>
      </Group>
    </Stack>
  )
}
