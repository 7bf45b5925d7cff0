/** Where a call stands, or stood when it was last in the list. */
export type Place = { callId: string; ids: readonly string[]; index: number }

export type Neighbours = {
  previous: string | null
  next: string | null
  /** Counted from 0; null for a call that is not in the list. */
  index: number | null
}

/** The place of the opened call; one that has left the list keeps the place it had. */
export function placeIn(
  ids: readonly string[],
  callId: string,
  before: Place | null,
): Place | null {
  const index = ids.indexOf(callId)
  if (index !== -1) return { callId, ids, index }
  return before?.callId === callId ? before : null
}

/** Who comes before and after, of those who were around the call and are still in the list. */
export function neighboursOf(place: Place | null, ids: readonly string[]): Neighbours {
  if (place === null) return { previous: null, next: null, index: null }
  const isListed = new Set(ids)
  const index = ids.indexOf(place.callId)
  return {
    previous: place.ids.slice(0, place.index).findLast((id) => isListed.has(id)) ?? null,
    next: place.ids.slice(place.index + 1).find((id) => isListed.has(id)) ?? null,
    index: index === -1 ? null : index,
  }
}
