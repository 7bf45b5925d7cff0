import { Menu } from '@mantine/core'
import { IconCheck, IconLanguage } from '@tabler/icons-react'
import { chooseLanguage, language, spokenLanguages } from '../../i18n/language.ts'
import { t } from '../../i18n/t.ts'

/** The languages of the page, each named by itself, in the menu. */
export function LanguageItems() {
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('Language')}</Menu.Label>
      {spokenLanguages.map(({ code, name }) => {
        const isCurrent = code === language
        const Icon = isCurrent ? IconCheck : IconLanguage
        return (
          <Menu.Item
            key={code}
            lang={code}
            leftSection={<Icon size={16} aria-hidden />}
            aria-current={isCurrent || undefined}
            onClick={() => isCurrent || chooseLanguage(code)}
          >
            {name}
          </Menu.Item>
        )
      })}
    </>
  )
}
