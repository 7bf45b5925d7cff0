import { Radio, Stack } from '@mantine/core'
import type { DateOrder } from '../../../server/domain/import-date-forms.ts'
import { t } from '../../i18n/t.ts'
import { readExample } from './import-words.ts'

type DateOrderChoiceProps = {
  example: string
  value: DateOrder
  onChange: (order: DateOrder) => void
}

/** Shown only where a date of the file could be read both ways. */
export function DateOrderChoice({ example, value, onChange }: DateOrderChoiceProps) {
  const choose = (order: string) => onChange(order === 'day_first' ? 'day_first' : 'month_first')
  return (
    <Radio.Group
      label={t('Which day is “{example}”?', { example })}
      value={value}
      onChange={choose}
    >
      <Stack gap="xs" mt="xs">
        <Radio
          value="month_first"
          label={t('{date} (month first)', { date: readExample(example, 'month_first') })}
        />
        <Radio
          value="day_first"
          label={t('{date} (day first)', { date: readExample(example, 'day_first') })}
        />
      </Stack>
    </Radio.Group>
  )
}
