import type { Right } from '../../server/domain/rights.ts'
import { t } from '../i18n/t.ts'

/** The pages of the settings, each for who has its right. */
export const settingsPlaces = [
  { to: '/settings/account', label: t('Your account'), right: 'account.own' },
  { to: '/settings/organization', label: t('Organization'), right: 'organization.change' },
  { to: '/settings/team', label: t('Team'), right: 'team.read' },
  { to: '/settings/keys', label: t('API keys'), right: 'keys.manage' },
  { to: '/settings/webhooks', label: t('Webhooks'), right: 'keys.manage' },
  { to: '/settings/sample', label: t('Sample data'), right: 'visits.write' },
  { to: '/settings/audit', label: t('Audit log'), right: 'audit.read' },
  { to: '/settings/erase', label: t('Erase a customer'), right: 'customers.erase' },
] as const satisfies { to: string; label: string; right: Right }[]
