import { NativeSelect } from '@mantine/core'
import { chooseLanguage, language, spokenLanguages } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'

const options = spokenLanguages.map(({ code, name }) => ({ value: code, label: name }))

/** The language of the page, kept in this browser; the page opens anew in it. */
export function LanguageSwitch() {
  return (
    <NativeSelect
      size="xs"
      aria-label={t('Language')}
      data={options}
      value={language}
      onChange={(event) => {
        const chosen = options.find(({ value }) => value === event.currentTarget.value)
        if (chosen !== undefined) chooseLanguage(chosen.value)
      }}
    />
  )
}
