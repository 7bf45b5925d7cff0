import { Select } from '@mantine/core'
import type { ImportChoices, ImportPlan } from '../../../server/domain/import-file.schema.ts'
import { t } from '../../i18n/t.ts'
import { countryOptions } from './country-names.ts'
import { useInternational } from './use-international.ts'

type Country = ImportPlan['reading']['country']

type NumberCountryChoiceProps = {
  plan: ImportPlan
  value: Country
  onChange: (country: NonNullable<ImportChoices['country']>) => void
}

/** Of which country telephone numbers are that do not say it, with the first one as it is read. */
export function NumberCountryChoice({ plan, value, onChange }: NumberCountryChoiceProps) {
  const { countries, reading } = plan
  const written = reading.number?.written ?? ''
  const international = useInternational(written, value)
  const choose = (wanted: string | null) => {
    const country = countries.find((one) => one === wanted)
    if (country !== undefined) onChange(country)
  }
  return (
    <Select
      label={t('Country of numbers without a country code')}
      data={countryOptions(countries)}
      value={value}
      onChange={choose}
      allowDeselect={false}
      searchable
      description={
        international === null
          ? t('For example {examples}', { examples: written })
          : t('For example {examples}', { examples: `${written} → ${international}` })
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  )
}
