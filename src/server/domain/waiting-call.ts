import type { CallingCalendar } from './calling-window.ts'
import type { GateName } from './gate.ts'
import type { ChanceTerms } from './next-chance.ts'

/** What a schedule makes of a waiting call. */
export type Plan = {
  calendar: CallingCalendar
  /** When its turn is looked at; epoch milliseconds. */
  dueMs: number
  terms: ChanceTerms
}

/** What becomes of a waiting call's next attempt, in epoch milliseconds. */
export type Fate =
  | { kind: 'placed'; atMs: number }
  /** The call `by` is placed at that instant and asks about this one's visit too. */
  | { kind: 'covered'; atMs: number; by: string }
  | { kind: 'expires' }
  | { kind: 'held'; because: GateName }
  | { kind: 'paused' }
