import type { Right, Sight } from '../../server/domain/rights.ts'
import { t } from '../i18n/t.ts'

const places = [
  { to: '/', label: t('Calls'), right: 'calls.read', sight: 'all' },
  { to: '/cases', label: t('Cases'), right: 'visits.read', sight: 'all' },
  { to: '/insights', label: t('Insights'), right: 'insights.read', sight: 'all' },
  { to: '/schedule', label: t('Schedule'), right: 'schedule.read', sight: 'all' },
  { to: '/campaigns', label: t('Campaigns'), right: 'schedule.read', sight: 'all' },
  { to: '/script', label: t('Script'), right: 'schedule.read', sight: 'all' },
  { to: '/do-not-call', label: t('Do not call'), right: 'visits.read', sight: 'all' },
  { to: '/demo', label: t('Demo'), right: 'demo.run', sight: 'demo' },
] as const satisfies { to: string; label: string; right: Right; sight: Sight }[]

export type Place = (typeof places)[number]

/** The places of the main navigation that are open to somebody. */
export const placesFor = (standing: { rights: ReadonlySet<Right>; sight: Sight }) =>
  places.filter(
    ({ right, sight }) =>
      standing.rights.has(right) && (standing.sight === 'all' || sight === 'demo'),
  )
