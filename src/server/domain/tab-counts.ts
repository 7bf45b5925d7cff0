import type { TabCounts } from './call.schema.ts'
import { type CallStatus, callTabs, tabOf } from './call-status.ts'

export const noCounts: Readonly<TabCounts> = { ready: 0, missed: 0, completed: 0 }

/** A call that goes from one status to another; `from` null is made, `to` null is removed. */
export type StatusMove = { from: CallStatus | null; to: CallStatus | null }

/** By how much the count of each tab changes when these calls move. */
export function countDelta(moves: Iterable<StatusMove>): TabCounts {
  const delta: TabCounts = { ...noCounts }
  for (const { from, to } of moves) {
    for (const tab of callTabs) {
      if (from !== null && tabOf(from) === tab) delta[tab] -= 1
      if (to !== null && tabOf(to) === tab) delta[tab] += 1
    }
  }
  return delta
}
