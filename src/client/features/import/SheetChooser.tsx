import { Button, Stack, Text } from '@mantine/core'
import { plural, t } from '../../i18n/t.ts'
import type { Sheet } from './read-spreadsheet.ts'

type SheetChooserProps = { sheets: readonly Sheet[]; onChoose: (sheet: Sheet) => void }

export function SheetChooser({ sheets, onChoose }: SheetChooserProps) {
  return (
    <Stack gap="sm">
      <Text>{t('Which sheet holds the visits?')}</Text>
      {sheets.map((sheet, index) => (
        <Button
          key={sheet.name}
          variant="default"
          justify="space-between"
          rightSection={
            <Text span size="sm" c="dimmed">
              {plural(sheet.rowCount, '{n} row', '{n} rows')}
            </Text>
          }
          onClick={() => onChoose(sheet)}
          data-autofocus={index === 0 || undefined}
        >
          {sheet.name}
        </Button>
      ))}
    </Stack>
  )
}
