import { Loader, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import type { Separator } from '../../../server/domain/import-file.schema.ts'
import { separators } from '../../../server/domain/import-separators.ts'
import { capitalize } from '../../i18n/capitalize.ts'
import { t } from '../../i18n/t.ts'
import { encodingName, encodings } from './decode-text.ts'
import { FilePreview } from './FilePreview.tsx'
import { separatorsInWords } from './import-words.ts'
import type { Importing, ShownPlan } from './use-import.ts'

type FileReadingChoicesProps = {
  shown: ShownPlan
  encoding: string
  onChange: Importing['readAgain']
}

/** How the bytes of a file were taken for cells, what comes out, and the way to say it better. */
export function FileReadingChoices({ shown, encoding, onChange }: FileReadingChoicesProps) {
  const { plan, wanted, refusal } = shown
  const { separator } = plan.reading
  const isLooking = wanted !== null
  const wantedEncoding = isLooking && 'encoding' in wanted ? wanted.encoding : null
  const wantedSeparator = isLooking && 'separator' in wanted ? wanted.separator : null
  const loader = <Loader size="xs" aria-label={t('Loading')} />
  const known = encodings.map((one) => ({ value: one.encoding, label: one.name }))
  const isKnown = known.some(({ value }) => value === encoding)
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t('Read as {encoding}, separated by {separators}.', {
          encoding: encodingName(encoding),
          separators: separatorsInWords(separator),
        })}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <Select
          label={t('Encoding')}
          data={isKnown ? known : [{ value: encoding, label: encodingName(encoding) }, ...known]}
          value={wantedEncoding ?? encoding}
          // Not disabled, which would take the keys away from who is here.
          readOnly={isLooking}
          rightSection={wantedEncoding === null ? undefined : loader}
          allowDeselect={false}
          onChange={(wanted) => wanted !== null && onChange({ encoding: wanted })}
        />
        <Select<Separator>
          label={t('Separator')}
          data={separators.map((value) => ({ value, label: capitalize(separatorsInWords(value)) }))}
          value={wantedSeparator ?? separators.find((one) => one === separator) ?? null}
          readOnly={isLooking}
          rightSection={wantedSeparator === null ? undefined : loader}
          placeholder={separator}
          allowDeselect={false}
          onChange={(wanted) => wanted !== null && onChange({ separator: wanted })}
        />
      </SimpleGrid>
      {refusal !== null && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {refusal}
        </Text>
      )}
      <FilePreview plan={plan} />
    </Stack>
  )
}
