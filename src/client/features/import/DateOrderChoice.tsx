import { Radio, Stack } from '@mantine/core'
import type { DateOrder } from '../../../server/domain/import-date-time.ts'
import { readExample } from './import-words.ts'

type DateOrderChoiceProps = {
  example: string
  value: DateOrder
  onChange: (order: DateOrder) => void
}

/** Asked only where every date of the file could be read both ways. */
export function DateOrderChoice({ example, value, onChange }: DateOrderChoiceProps) {
  const choose = (order: string) => onChange(order === 'day_first' ? 'day_first' : 'month_first')
  return (
    <Radio.Group label={`Which day is “${example}”?`} value={value} onChange={choose}>
      <Stack gap="xs" mt="xs">
        <Radio value="month_first" label={`${readExample(example, 'month_first')} (month first)`} />
        <Radio value="day_first" label={`${readExample(example, 'day_first')} (day first)`} />
      </Stack>
    </Radio.Group>
  )
}
