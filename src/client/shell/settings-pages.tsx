import type { ReactNode } from 'react'
import { SampleSettings } from '../features/first-steps/SampleSettings.tsx'
import { AccountSettings } from '../features/settings/AccountSettings.tsx'
import { AuditLog } from '../features/settings/AuditLog.tsx'
import { EraseCustomer } from '../features/settings/EraseCustomer.tsx'
import { KeySettings } from '../features/settings/KeySettings.tsx'
import { OrganizationSettings } from '../features/settings/OrganizationSettings.tsx'
import { TeamSettings } from '../features/settings/TeamSettings.tsx'
import { WebhookSettings } from '../features/settings/webhooks/WebhookSettings.tsx'
import { t } from '../i18n/t.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import { settingsPlaces } from './settings-places.ts'
import { WithRight } from './WithRight.tsx'

type Address = (typeof settingsPlaces)[number]['to']

export const AccountPage = () => (
  <Place at="/settings/account">
    <AccountSettings />
  </Place>
)

export const OrganizationPage = () => (
  <Place at="/settings/organization">
    <OrganizationSettings />
  </Place>
)

export const TeamPage = () => (
  <Place at="/settings/team">
    <TeamSettings />
  </Place>
)

export const KeysPage = () => (
  <Place at="/settings/keys">
    <KeySettings />
  </Place>
)

export const WebhooksPage = () => (
  <Place at="/settings/webhooks">
    <WebhookSettings />
  </Place>
)

export const SamplePage = () => (
  <Place at="/settings/sample">
    <SampleSettings />
  </Place>
)

export const AuditPage = () => (
  <Place at="/settings/audit">
    <AuditLog />
  </Place>
)

export const ErasePage = () => (
  <Place at="/settings/erase">
    <EraseCustomer />
  </Place>
)

function Place({ at, children }: { at: Address; children: ReactNode }) {
  const place = settingsPlaces.find(({ to }) => to === at)
  usePageTitle(`${place?.label} · ${t('Settings')}`)
  return place && <WithRight right={place.right}>{children}</WithRight>
}
