/** Rows come and go by so many at once, which costs the page less than one by one. */
const STEP_ROWS = 4
/**
 * Drawn beyond what is in sight once one has scrolled: the next turn of the wheel finds it there, and
 * the first one back a little. Each row more is one more to lay out and paint in every frame.
 */
const LEAD_ROWS = {
  none: { above: 0, below: 0 },
  begun: { above: 0, below: 4 },
  down: { above: 1, below: 6 },
  up: { above: 5, below: 4 },
}

/** From which row on a list is drawn, and which way one scrolls it. */
export type Place = { first: number; lead: keyof typeof LEAD_ROWS }

export const topPlace: Place = { first: 0, lead: 'none' }

/** Where a list is once one has scrolled until `row` is the first in sight; the same within a step. */
export function scrolledTo(row: number, place: Place): Place {
  const first = row - (row % STEP_ROWS)
  // The first turn draws half of them: all at once, it would be the slowest of all.
  if (place.lead === 'none') return { first, lead: 'begun' }
  if (first === place.first) return place
  return { first, lead: first > place.first ? 'down' : 'up' }
}

/** Which of `count` rows are drawn where `fitting` are in sight at most; `to` is not among them. */
export function drawnRows(
  { first, lead }: Place,
  { count, fitting }: { count: number; fitting: number },
): { from: number; to: number } {
  const { above, below } = LEAD_ROWS[lead]
  // A list that has become shorter is scrolled back by the browser, but not at once.
  const from = Math.max(0, Math.min(first, count - fitting) - above)
  return { from, to: Math.max(from, Math.min(count, first + fitting + below)) }
}
