import { Text } from '@mantine/core'
import type { ImportReading } from '../../../server/domain/import-file.schema.ts'
import { t } from '../../i18n/t.ts'
import { countryName } from './country-names.ts'
import { encodingName } from './decode-text.ts'
import { localDateInWords, separatorsInWords } from './import-words.ts'
import { useInternational } from './use-international.ts'

type ReadingWordsProps = {
  reading: ImportReading
  /** Null for a sheet of a workbook, whose cells need no recognising. */
  encoding: string | null
}

/** How a file was read: its text, an example of each kind of date, and its telephone numbers. */
export function ReadingWords({ reading, encoding }: ReadingWordsProps) {
  const { separator, dates, country, number } = reading
  const international = useInternational(number?.written ?? '', country)
  const sentences = [
    encoding !== null &&
      t('Read as {encoding}, separated by {separators}.', {
        encoding: encodingName(encoding),
        separators: separatorsInWords(separator),
      }),
    ...dates.map(({ written, readAs }) =>
      t('“{example}” is read as {date}.', { example: written, date: localDateInWords(readAs) }),
    ),
    number !== null && numberInWords(number, countryName(country), international),
  ]
  return (
    <Text size="sm" c="dimmed">
      {sentences.filter((sentence) => sentence).join(' ')}
    </Text>
  )
}

function numberInWords(
  { written, readAs }: NonNullable<ImportReading['number']>,
  country: string,
  international: string | null,
): string {
  if (readAs === null) {
    return t(
      'Numbers without a country code are read as those of {country}, which {written} cannot be.',
      { country, written },
    )
  }
  return t('Numbers without a country code are read as those of {country}: {written} → {number}.', {
    country,
    written,
    number: international ?? readAs,
  })
}
