import type { CallFilter } from '../../../server/domain/call-filter.schema.ts'
import type { Sight } from '../../../server/domain/rights.ts'

/**
 * How many calls a list holds, those included that are not loaded yet; null where nobody has
 * counted them: the count of a tab knows no filters, and nothing of who sees demo calls only.
 */
export function listTotal(input: {
  loaded: number
  hasMore: boolean
  filter: CallFilter
  sight: Sight
  /** What the tab holds; undefined where that is not known. */
  tabCount: number | undefined
}): number | null {
  const { loaded, hasMore, filter, sight, tabCount } = input
  if (!hasMore) return loaded
  if (tabCount === undefined || sight !== 'all' || Object.keys(filter).length > 0) return null
  return Math.max(tabCount, loaded)
}
