import type { Fate } from './fate.ts'
import type { QueuedCall } from './next-chance.ts'
import { PlacementQueue, type Plan, type RunStart } from './placement-queue.ts'

export type PlacementRun<Call extends QueuedCall> = RunStart & {
  calls: readonly Call[]
  planOf: (call: Call) => Plan
}

/** So many steps pass between two yields: some milliseconds of work. */
const stepsPerYield = 2000

/**
 * Lets the dispatcher's queue run on a clock of its own: soonest deadline first, no more lines and
 * no more placements a minute than the schedule allows, and one call for all visits of a number
 * within its days. Answers the fate of every call in the order given; yields how many are settled,
 * so that a long run can be followed and given up. The same input gives the same answer.
 */
export function* runPlacements<Call extends QueuedCall>(
  input: PlacementRun<Call>,
): Generator<number, Fate[]> {
  const queue = new PlacementQueue(input.calls, input)
  let steps = 0
  for (const call of input.calls) {
    queue.add(input.planOf(call))
    if (++steps % stepsPerYield === 0) yield 0
  }
  while (queue.step()) {
    if (++steps % stepsPerYield === 0) yield queue.settled
  }
  return queue.fates()
}
