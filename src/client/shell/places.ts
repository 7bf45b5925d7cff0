import type { Right, Sight } from '../../server/domain/rights.ts'

const places = [
  { to: '/', label: 'Calls', right: 'calls.read', sight: 'all' },
  { to: '/cases', label: 'Cases', right: 'visits.read', sight: 'all' },
  { to: '/insights', label: 'Insights', right: 'insights.read', sight: 'all' },
  { to: '/schedule', label: 'Schedule', right: 'schedule.read', sight: 'all' },
  { to: '/campaigns', label: 'Campaigns', right: 'schedule.read', sight: 'all' },
  { to: '/script', label: 'Script', right: 'schedule.read', sight: 'all' },
  { to: '/do-not-call', label: 'Do not call', right: 'visits.read', sight: 'all' },
  { to: '/demo', label: 'Demo', right: 'demo.run', sight: 'demo' },
] as const satisfies { to: string; label: string; right: Right; sight: Sight }[]

export type Place = (typeof places)[number]

/** The places of the main navigation that are open to somebody. */
export const placesFor = (standing: { rights: ReadonlySet<Right>; sight: Sight }) =>
  places.filter(
    ({ right, sight }) =>
      standing.rights.has(right) && (standing.sight === 'all' || sight === 'demo'),
  )
