import type { FeedRow } from '../db/read-feed.ts'
import type { Call } from '../domain/call.schema.ts'
import { type CallTab, tabOf } from '../domain/call-status.ts'
import type { FeedScope } from '../domain/feed.schema.ts'
import type { Sight } from '../domain/rights.ts'

/** Where a call can be looked for. */
export type CallPlace = { tab: CallTab | null; campaignId: string | null }

/** A row, and where its call has been since its batch began; `before` absent: not known. */
export type PlacedRow = FeedRow & { before?: readonly CallPlace[] }

/** What one subscriber is told of. Subscribers with the same `key` are told the same. */
export type FeedView = { sight: Sight; only: FeedScope; key: string }

export function viewOf({
  sight = 'all',
  only = {},
}: Partial<Omit<FeedView, 'key'>> = {}): FeedView {
  const { tab, campaignId, callId } = only
  return { sight, only, key: JSON.stringify([sight, tab, campaignId, callId]) }
}

export const everything = viewOf()

export const placeOf = ({ status, campaignId }: Call): CallPlace => ({
  tab: tabOf(status),
  campaignId,
})

/**
 * Whether subscribers of the view are told of a row: it is in the view, or was and has left it. Where
 * that is not known they are: a row too many changes nothing, one too few is missed.
 */
export function isInView({ call, callId, before }: PlacedRow, { sight, only }: FeedView): boolean {
  if (only.callId !== undefined && only.callId !== callId) return false
  if (call === null) return true
  if (sight === 'demo' && !call.isDemo) return false
  if (fits(placeOf(call), only)) return true
  return before === undefined || before.some((place) => fits(place, only))
}

const fits = ({ tab, campaignId }: CallPlace, only: FeedScope): boolean =>
  (only.tab === undefined || only.tab === tab) &&
  (only.campaignId === undefined || only.campaignId === campaignId)
