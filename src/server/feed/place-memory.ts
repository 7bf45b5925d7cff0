import type { FeedRow } from '../db/read-feed.ts'
import { type CallPlace, type PlacedRow, placeOf } from './feed-view.ts'

/** Remembers where calls were last seen, so that it can be told where one came from. */
export type PlaceMemory = {
  /** Adds to the rows of one reading where their calls were before; remembers where they are now. */
  follow(rows: readonly FeedRow[]): PlacedRow[]
  /** Events were missed. */
  forget(): void
}

export function createPlaceMemory(maxCalls: number): PlaceMemory {
  const known = new Map<string, { version: number; place: CallPlace }>()

  function follow(row: FeedRow): PlacedRow {
    const last = known.get(row.callId)
    known.delete(row.callId)
    if (row.call === null) return row
    known.set(row.callId, { version: row.version, place: placeOf(row.call) })
    // Versions grow by one: only before the very next one was the call nowhere else in between.
    return last?.version === row.version - 1 ? { ...row, before: [last.place] } : row
  }

  return {
    follow(rows) {
      const placed = rows.map(follow)
      for (const callId of known.keys()) {
        if (known.size <= maxCalls) break
        known.delete(callId)
      }
      return placed
    },
    forget: () => known.clear(),
  }
}
