import type { CallSort } from '../domain/call-filter.schema.ts'
import type { CallSortKey } from '../domain/call-filter-choices.ts'
import { type CallStatus, type CallTab, isLive } from '../domain/call-status.ts'
import { lowerCase } from './call-conditions.ts'
import { type Sql, sql } from './client.ts'
import type { KeyType } from './page-mark.ts'

/**
 * A stretch of a list that one index can read in order. Nulls come last in either direction, which
 * no index offers for both, so rows with and without a key are segments of their own.
 */
export type Segment = {
  statuses: readonly CallStatus[]
  key: Sql
  hasKey: boolean
  /** Whether an index holds the calls of a status in the order of this key, then of the id. */
  isIndexed: boolean
}

export type CallOrder = {
  /** Names the order, so that a cursor of another one is refused. */
  name: string
  keyType: KeyType
  direction: 'asc' | 'desc'
  /** In the order in which they follow each other. */
  segments: Segment[]
}

const keys: Record<CallSortKey, { key: Sql; keyType: KeyType }> = {
  dueAt: { key: sql`c."dueAt"`, keyType: 'instant' },
  endTime: { key: sql`c."endTime"`, keyType: 'instant' },
  customerName: { key: lowerCase(sql`c."customerName"`), keyType: 'text' },
  serviceAdvisorName: { key: lowerCase(sql`a.name`), keyType: 'text' },
  npsScore: { key: sql`c."npsScore"`, keyType: 'integer' },
  rating: { key: sql`c.rating`, keyType: 'integer' },
}

/** The order of a list, equal to that of `compareCalls`. */
export function orderOf(
  tab: CallTab,
  statuses: readonly CallStatus[],
  sort: CallSort | undefined,
): CallOrder {
  if (sort !== undefined) {
    const { key, keyType } = keys[sort.key]
    const segments = withAndWithoutKey(statuses, key)
    const { direction } = sort
    return { name: `${tab} ${sort.key} ${direction}`, keyType, direction, segments }
  }
  if (tab !== 'ready') {
    const segments = withAndWithoutKey(statuses, keys.endTime.key)
    return { name: tab, keyType: 'instant', direction: 'desc', segments }
  }
  const live = statuses.filter(isLive)
  const waiting = statuses.filter((status) => !isLive(status))
  return {
    name: tab,
    keyType: 'instant',
    direction: 'asc',
    segments: [
      ...withAndWithoutKey(live, sql`c."startTime"`),
      ...withAndWithoutKey(waiting, keys.dueAt.key),
    ],
  }
}

const withAndWithoutKey = (statuses: readonly CallStatus[], key: Sql): Segment[] => {
  const isIndexed = key === keys.dueAt.key || key === keys.endTime.key
  return [
    { statuses, key, hasKey: true, isIndexed },
    { statuses, key, hasKey: false, isIndexed },
  ]
}
