import { useNavigate } from '@tanstack/react-router'
import { useOtherColors } from '../components/use-other-colors.ts'
import { chooseLanguage, language, spokenLanguages } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'
import { type Command, useCommands } from '../lib/commands.tsx'
import { useRights, useSight } from '../lib/rights.tsx'
import { placesFor } from './places.ts'

/** What can be done from every page: go to another, import, and choose how the page looks and speaks. */
export function useFrameCommands(): void {
  const navigate = useNavigate()
  const rights = useRights()
  const places = placesFor({ rights, sight: useSight() })
  const colors = useOtherColors()
  const importing: Command = {
    group: t('Go to'),
    label: t('Import visits'),
    run: () => void navigate({ to: '.', search: (now) => ({ ...now, import: true }) }),
  }
  useCommands([
    ...places.map(({ to, label }) => ({
      group: t('Go to'),
      label,
      run: () => void navigate({ to }),
    })),
    ...(rights.has('visits.write') ? [importing] : []),
    {
      group: t('Go to'),
      label: t('Settings'),
      run: () => void navigate({ to: '/settings/account' }),
    },
    { group: t('Look and language'), label: colors.label, run: colors.turn },
    ...spokenLanguages
      .filter(({ code }) => code !== language)
      .map(({ code, name }) => ({
        group: t('Look and language'),
        label: t('Language: {name}', { name }),
        run: () => chooseLanguage(code),
      })),
  ])
}
