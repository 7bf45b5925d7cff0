import type { CallToRun, createChanceFinder } from './next-chance.ts'
import type { Fate } from './placement-run.ts'

/** A call that waits for its turn in a virtual run. */
export type Waiting = {
  run: CallToRun
  dueMs: number
  expiresMs: number
  chance: ReturnType<typeof createChanceFinder>
  fate: Fate | null
  /** Another waiting call to the same number, and so on: a chain instead of a list for each. */
  sibling: Waiting | null
}

/** The dispatcher's order is the soonest deadline first; `isAhead` says which of two with the same. */
export const deadlineOf = ({ expiresMs }: Waiting): number => expiresMs

export function isAhead(a: Waiting, b: Waiting): boolean {
  if (a.dueMs !== b.dueMs) return a.dueMs < b.dueMs
  return a.run.id < b.run.id
}
