import type { GateName } from './gate.ts'

/** What becomes of a waiting call's next attempt, in epoch milliseconds. */
export type Fate =
  | { kind: 'placed'; atMs: number }
  /** The call `by` is placed at that instant and asks about this one's visit too. */
  | { kind: 'covered'; atMs: number; by: string }
  | { kind: 'expires' }
  | { kind: 'held'; because: GateName }
  | { kind: 'paused' }
