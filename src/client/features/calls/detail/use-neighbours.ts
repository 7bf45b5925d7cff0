import { useEffect, useMemo, useRef } from 'react'
import { trpc } from '../../../lib/trpc.ts'
import { neighboursOf, type Place, placeIn } from '../neighbours.ts'
import { useShownList } from '../shown-list.tsx'

/** So close to the end of what is loaded, the next page is asked for. */
const NEAR_END = 3

/** The calls before and after the opened one, in the order of the list that is shown. */
export function useNeighbours(callId: string) {
  const { calls, total, loadMore, isLoadingMore } = useShownList()
  const utils = trpc.useUtils()
  const place = useRef<Place | null>(null)
  const ids = useMemo(() => calls.map(({ id }) => id), [calls])
  place.current = placeIn(ids, callId, place.current)
  const { previous, next, index } = neighboursOf(place.current, ids)

  const isNearEnd = index !== null && index >= ids.length - NEAR_END
  useEffect(() => {
    if (isNearEnd) loadMore?.()
  }, [isNearEnd, loadMore])
  useEffect(() => {
    // So that it is there when one goes on.
    if (next !== null) void utils.calls.byId.prefetch({ id: next })
  }, [next, utils])

  const nameOf = (id: string | null) => calls.find((call) => call.id === id)?.customerName ?? null
  return {
    previous,
    next,
    index,
    loaded: ids.length,
    total,
    previousName: nameOf(previous),
    nextName: nameOf(next),
    isLoadingMore,
  }
}
