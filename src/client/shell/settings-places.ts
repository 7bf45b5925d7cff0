import type { Right } from '../../server/domain/rights.ts'
import { t } from '../i18n/t.ts'

/** The pages of the settings, each for who has its right. */
export const settingsPlaces = [
  { to: '/settings/account', label: 'Your account', right: 'account.own' },
  { to: '/settings/organization', label: 'Organization', right: 'organization.change' },
  { to: '/settings/team', label: 'Team', right: 'team.read' },
  { to: '/settings/keys', label: 'API keys', right: 'keys.manage' },
  { to: '/settings/webhooks', label: 'Webhooks', right: 'keys.manage' },
  { to: '/settings/sample', label: t('Sample data'), right: 'visits.write' },
  { to: '/settings/audit', label: 'Audit log', right: 'audit.read' },
  { to: '/settings/erase', label: 'Erase a customer', right: 'customers.erase' },
] as const satisfies { to: string; label: string; right: Right }[]
