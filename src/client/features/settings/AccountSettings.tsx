import { Stack } from '@mantine/core'
import { t } from '../../i18n/t.ts'
import { NotificationSettings } from './NotificationSettings.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { SessionList } from './SessionList.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** What is one's own: where one is signed in, and by which password. */
export function AccountSettings() {
  return (
    <Stack gap="lg">
      <SessionList />
      <NotificationSettings />
      <SettingsSection
        title={t('Password')}
        description={t('A new one signs you out everywhere but here.')}
      >
        <PasswordForm />
      </SettingsSection>
    </Stack>
  )
}
