import { type Share, shareOf } from './nps.ts'

export type HourShare = { hour: number; answered: Share }

/**
 * The best of many is often best by chance. This judges the 24 hours of a day together at 95 %
 * (Bonferroni's correction): the one-sided quantile of 1 − 0.05 / 24.
 */
const Z_OF_BEST = 2.865

/**
 * The hour at which clearly more of the first tries are answered than at all others together, among
 * those with at least `fewest` of them; null where none stands out.
 */
export function bestHour(hours: readonly HourShare[], fewest: number): HourShare | null {
  const known = hours.filter(({ answered }) => answered.n >= fewest)
  const [best] = known.toSorted((a, b) => (b.answered.percent ?? 0) - (a.answered.percent ?? 0))
  if (best === undefined) return null
  const others = hours.filter((hour) => hour !== best)
  const sum = (of: 'count' | 'n') => others.reduce((total, { answered }) => total + answered[of], 0)
  const usual = shareOf(sum('count'), sum('n')).percent
  const low = shareOf(best.answered.count, best.answered.n, Z_OF_BEST).interval95?.low ?? 0
  return usual !== null && low > usual ? best : null
}
