import { Button, Stack, Text } from '@mantine/core'
import type { Sheet } from './read-spreadsheet.ts'

type SheetChooserProps = { sheets: readonly Sheet[]; onChoose: (sheet: Sheet) => void }

export function SheetChooser({ sheets, onChoose }: SheetChooserProps) {
  return (
    <Stack gap="sm">
      <Text>Which sheet holds the visits?</Text>
      {sheets.map((sheet, index) => (
        <Button
          key={sheet.name}
          variant="default"
          justify="space-between"
          rightSection={
            <Text span size="sm" c="dimmed">
              {sheet.rowCount.toLocaleString('en')} {sheet.rowCount === 1 ? 'row' : 'rows'}
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
