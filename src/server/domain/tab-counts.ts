import type { TabCounts } from './call.schema.ts'
import { type CallStatus, tabOf } from './call-status.ts'

export const noCounts: Readonly<TabCounts> = { ready: 0, missed: 0, completed: 0 }

/** A call that goes from one status to another; `from` null is made, `to` null is removed. */
export type StatusMove = { from: CallStatus | null; to: CallStatus | null }

/** By how much the count of each tab changes when these calls move. */
export function countDelta(moves: Iterable<StatusMove>): TabCounts {
  const delta: TabCounts = { ...noCounts }
  for (const { from, to } of moves) {
    const left = from && tabOf(from)
    const entered = to && tabOf(to)
    if (left) delta[left] -= 1
    if (entered) delta[entered] += 1
  }
  return delta
}
