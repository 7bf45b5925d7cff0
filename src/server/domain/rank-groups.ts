import type { InsightsGroup } from './insights.schema.ts'
import { type BandCounts, npsOf } from './nps.ts'

/** With fewer answers an interval spans about half of the scale or more, and a place says nothing. */
export const FEWEST_TO_RANK = 10

export type CountedGroup = BandCounts & Pick<InsightsGroup, 'key' | 'name'>

/**
 * The best score first; equal scores share a place. Groups with too few answers and those that are
 * no group at all (`key` null) follow without one, the most answers first.
 */
export function rankGroups(counted: readonly CountedGroup[]): InsightsGroup[] {
  const groups = counted.map(({ key, name, ...counts }) => ({ key, name, nps: npsOf(counts) }))
  const isRanked = ({ key, nps }: (typeof groups)[number]) =>
    key !== null && nps.n >= FEWEST_TO_RANK
  const scoreOf = ({ nps }: (typeof groups)[number]) => nps.score ?? 0
  const ranked = groups
    .filter(isRanked)
    .sort((a, b) => scoreOf(b) - scoreOf(a) || b.nps.n - a.nps.n || byName(a, b))
  const others = groups
    .filter((group) => !isRanked(group))
    .sort(
      (a, b) =>
        Number(a.key === null) - Number(b.key === null) || b.nps.n - a.nps.n || byName(a, b),
    )
  return [
    ...ranked.map((group) => ({
      ...group,
      rank: 1 + ranked.findIndex((other) => scoreOf(other) === scoreOf(group)),
    })),
    ...others.map((group) => ({ ...group, rank: null })),
  ]
}

type Named = Pick<InsightsGroup, 'key' | 'name'>

/** The keys part names that are written differently and read the same. */
const byName = (a: Named, b: Named) =>
  (a.name ?? '').localeCompare(b.name ?? '', 'en') || ((a.key ?? '') < (b.key ?? '') ? -1 : 1)
