import { Button, Code, Stack, Switch, Text } from '@mantine/core'
import { IconFileSpreadsheet, IconFolderOpen } from '@tabler/icons-react'
import { useDropzone } from 'react-dropzone'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/t.ts'
import classes from './FileChooser.module.css'
import { takeDrop } from './take-drop.ts'
import type { Importing } from './use-import.ts'

type FileChooserProps = {
  importing: Pick<Importing, 'start' | 'refuse' | 'isChecked' | 'setIsChecked'>
}

const columns = [
  ...['externalId', 'customerName', 'customerPhone'],
  ...['vehicleNumber', 'serviceType', 'completedAt'],
].join(', ')

export function FileChooser({ importing }: FileChooserProps) {
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    noClick: true,
    noKeyboard: true,
    noDragEventsBubbling: true,
    multiple: false,
    onDrop: (files, rejections) =>
      takeDrop({
        files,
        rejections,
        onRefuse: importing.refuse,
        onChoose: (file) => void importing.start(file),
      }),
  })
  return (
    <Stack gap="md">
      <div {...getRootProps({ className: classes.area })} data-active={isDragActive || undefined}>
        <input {...getInputProps({ 'aria-label': t('CSV or Excel file') })} />
        <IconFileSpreadsheet size={40} stroke={1.5} aria-hidden />
        <Text>{t('Drop a CSV or Excel file here')}</Text>
        <Button
          leftSection={<IconFolderOpen size={18} aria-hidden />}
          onClick={open}
          data-autofocus
        >
          {t('Choose a file')}
        </Button>
      </div>
      <Switch
        label={t('Show me first what would happen')}
        checked={importing.isChecked}
        onChange={(event) => importing.setIsChecked(event.currentTarget.checked)}
      />
      <Text size="sm" c="dimmed">
        <T
          text="The export of your workshop system will do: its own column names are recognised. Ringback’s are {columns} and more. Importing the same file again changes nothing."
          columns={<Code>{columns}</Code>}
        />
      </Text>
    </Stack>
  )
}
