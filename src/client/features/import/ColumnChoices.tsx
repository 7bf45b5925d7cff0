import { Select, SimpleGrid } from '@mantine/core'
import {
  type ImportField,
  importFields,
  requiredImportFields,
} from '../../../server/domain/import-columns.ts'
import type { ImportPlan } from '../../../server/domain/import-file.schema.ts'
import { t } from '../../i18n/t.ts'
import { FIELD_WORDS } from './import-words.ts'

type ColumnChoicesProps = {
  columns: ImportPlan['columns']
  mapping: ImportPlan['mapping']
  /** Other columns are on their way. */
  isDisabled: boolean
  onChange: (mapping: ImportPlan['mapping']) => void
}

const isRequired = (field: ImportField) => requiredImportFields.some((one) => one === field)
/** What an import needs stands first, and beside it what may complete it. */
const foremost: readonly ImportField[] = [
  'externalId',
  'customerPhone',
  'customerName',
  'customerLastName',
  'completedAt',
  'completedAtTime',
]
const fields = [...foremost, ...importFields.filter((field) => !foremost.includes(field))]

const HINTS: Partial<Record<ImportField, string>> = {
  customerLastName: t('For a name in two columns'),
  completedAtTime: t('For a time in its own column'),
}

function describe(field: ImportField, examples: readonly string[]): string | undefined {
  if (examples.length === 0) return HINTS[field]
  const some = t('For example {examples}', { examples: examples.join(', ') })
  return field === 'completedAtTime'
    ? `${some}. ${t('Where it is empty, the date’s own time counts, else noon at the latest.')}`
    : some
}

const labelOf = (field: ImportField, mapping: ImportPlan['mapping']) =>
  field === 'customerName' && mapping.customerLastName !== undefined
    ? t('First name')
    : FIELD_WORDS[field]

/** Each of our fields with a choice of the file's columns, and a value to recognise them by. */
export function ColumnChoices({ columns, mapping, isDisabled, onChange }: ColumnChoicesProps) {
  const headings = [...new Set(columns.map(({ heading }) => heading))]
  const examplesOf = new Map(columns.map(({ heading, examples }) => [heading, examples]))
  const choose = (field: ImportField, heading: string | null) => {
    const { [field]: _, ...others } = mapping
    onChange(heading === null ? others : { ...others, [field]: heading })
  }
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      {fields.map((field) => {
        const chosen = mapping[field] ?? null
        const examples = chosen === null ? [] : (examplesOf.get(chosen) ?? [])
        const isMissing = isRequired(field) && chosen === null
        return (
          <Select
            key={field}
            label={labelOf(field, mapping)}
            withAsterisk={isRequired(field)}
            placeholder={t('Not in the file')}
            data={headings}
            value={chosen}
            onChange={(heading) => choose(field, heading)}
            disabled={isDisabled}
            clearable={!isRequired(field)}
            clearButtonProps={{
              'aria-label': t('Leave out {field}', { field: FIELD_WORDS[field] }),
            }}
            searchable={headings.length > 10}
            description={describe(field, examples)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={isMissing ? t('Needed: choose its column') : undefined}
          />
        )
      })}
    </SimpleGrid>
  )
}
