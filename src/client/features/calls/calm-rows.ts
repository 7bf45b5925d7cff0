import type { Call } from '../../../server/domain/call.schema.ts'

export type CalmRows = {
  rows: readonly Call[]
  /** Calls that wait above to be let in. */
  newCount: number
}

/**
 * The rows to show so that nothing moves under a person's hands. While `isHeld`, calls that would
 * push shown ones down wait outside and nothing changes places; what a shown call has become is
 * shown at once, where it stands. While `staysPut`, a call that left the list stays a little longer.
 */
export function calmRows(input: {
  /** What was shown last; null where that was another list. */
  shown: readonly Call[] | null
  /** The list as it is. */
  live: readonly Call[]
  isHeld: boolean
  staysPut: boolean
  /** The newest row of a call that left; null or undefined where there is none to show. */
  newest: (callId: string) => Call | null | undefined
}): CalmRows {
  const { shown, live, isHeld, staysPut, newest } = input
  if (shown === null || !isHeld) return { rows: live, newCount: 0 }
  // Mostly some calls have become something else, and all stand where they stood.
  if (shown.length === live.length && shown.every(({ id }, index) => id === live[index]?.id)) {
    return { rows: live, newCount: 0 }
  }
  const current = new Map(live.map((call) => [call.id, call]))
  const kept = shown.flatMap(
    (call) => current.get(call.id) ?? (staysPut ? newest(call.id) : null) ?? [],
  )
  const known = new Set(shown.map(({ id }) => id))
  const lastKnown = live.findLastIndex(({ id }) => known.has(id))
  // Whatever follows the last shown call pushes nothing: a further page, or a late arrival.
  const behind = live.slice(lastKnown + 1)
  const newCount = live.slice(0, lastKnown + 1).filter(({ id }) => !known.has(id)).length
  return { rows: [...kept, ...behind], newCount }
}
