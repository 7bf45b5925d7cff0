import { Answered } from '../../components/Answered.tsx'
import { t } from '../../i18n/t.ts'
import { trpc } from '../../lib/trpc.ts'
import { OrganizationForm } from './OrganizationForm.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** The organization's name and zone, and how long it keeps its customers. */
export function OrganizationSettings() {
  const settings = trpc.organization.settings.useQuery()
  return (
    <SettingsSection title={t('Organization')}>
      <Answered query={settings} name={t('The organization')}>
        {(saved) => <OrganizationForm key={JSON.stringify(saved)} saved={saved} />}
      </Answered>
    </SettingsSection>
  )
}
