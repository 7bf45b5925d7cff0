import { Button, Code, Stack, Switch, Text } from '@mantine/core'
import { IconFileSpreadsheet, IconFolderOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useDropzone } from 'react-dropzone'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/t.ts'
import classes from './FileChooser.module.css'
import { takeDrop } from './take-drop.ts'

type FileChooserProps = {
  onChoose: (file: File, how: { isChecked: boolean }) => void
  onRefuse: (reason: string) => void
}

const columns = [
  ...['externalId', 'customerName', 'customerPhone'],
  ...['vehicleNumber', 'serviceType', 'completedAt'],
].join(', ')

export function FileChooser({ onChoose, onRefuse }: FileChooserProps) {
  const [isChecked, setIsChecked] = useState(false)
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    noClick: true,
    noKeyboard: true,
    noDragEventsBubbling: true,
    multiple: false,
    onDrop: (files, rejections) =>
      takeDrop({
        files,
        rejections,
        onRefuse,
        onChoose: (file) => onChoose(file, { isChecked }),
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
        checked={isChecked}
        onChange={(event) => setIsChecked(event.currentTarget.checked)}
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
