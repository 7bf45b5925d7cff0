import type { Identity } from '../auth/identity.ts'
import { readCalls } from '../db/call-row.ts'
import type { Deps } from '../deps.ts'
import type { BulkResult } from '../domain/call-answers.schema.ts'
import type { BulkAction } from '../domain/call-changes.schema.ts'
import { DomainError } from '../domain/errors.ts'
import { cancelCall } from './cancel-call.ts'
import { type CallTarget, type ChangeDeps, changeCallWithMark } from './person-change.ts'
import { rescheduleCall } from './reschedule-call.ts'
import { retryCall } from './retry-call.ts'
import { undoCall } from './undo-call.ts'

type BulkDeps = ChangeDeps & Pick<Deps, 'zonesOfPhone'>
type Who = Pick<Identity, 'organizationId' | 'actor'>

/**
 * Does one thing to many calls, to each in its own transaction: one that cannot be changed holds no
 * other up, and says why. What each was is kept for `undoManyCalls`.
 */
export const changeManyCalls = (
  deps: BulkDeps,
  who: Who,
  { ids, action }: { ids: readonly string[]; action: BulkAction },
): Promise<BulkResult[]> => forEachCall(who, ids, (target) => changeOne(deps, target, action))

/** Takes back the last change of each, where nothing has happened to it since. */
export const undoManyCalls = (
  deps: ChangeDeps,
  who: Who,
  ids: readonly string[],
): Promise<BulkResult[]> =>
  forEachCall(who, ids, async (target) => {
    await undoCall(deps, target)
    return true
  })

/** Answers whether it changed anything. */
async function changeOne(deps: BulkDeps, call: CallTarget, action: BulkAction): Promise<boolean> {
  const target = { ...call, isUndoable: true }
  switch (action.type) {
    case 'retry':
      await retryCall(deps, target)
      return true
    case 'cancel':
      await cancelCall(deps, target)
      return true
    case 'reschedule': {
      const { dueAt } = action
      await rescheduleCall(deps, { ...target, dueAt, outsideWindows: false, mayOverride: false })
      return true
    }
    case 'tag':
      return tagCall(deps, target, action)
  }
}

const MAX_TAGS = 30

/** By what comes and goes, not by the whole list: nobody else's tag is lost. */
async function tagCall(
  deps: ChangeDeps,
  target: CallTarget,
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): Promise<boolean> {
  const change = { ...target, action: 'call.updated' as const }
  const { changed } = await changeCallWithMark(deps, change, async (call, tx) => {
    const [current] = await readCalls(tx, call.organizationId, [call.id])
    const before = current?.tags ?? []
    const tags = [...new Set([...before, ...add])].filter((tag) => !remove.includes(tag))
    if (tags.length > MAX_TAGS) {
      throw new DomainError('invalid_input', `A call has at most ${MAX_TAGS} tags.`)
    }
    return JSON.stringify(tags) === JSON.stringify(before) ? null : { fields: { tags } }
  })
  return changed
}

async function forEachCall(
  { organizationId, actor }: Who,
  ids: readonly string[],
  change: (target: CallTarget) => Promise<boolean>,
): Promise<BulkResult[]> {
  const results: BulkResult[] = []
  for (const callId of ids) {
    try {
      const isChanged = await change({ organizationId, actor, callId })
      results.push({ isDone: true, isChanged })
    } catch (error) {
      // Anything else ends the request: what was done until then stays done and is in the feed.
      if (!(error instanceof DomainError)) throw error
      results.push({ isDone: false, reason: error.message })
    }
  }
  return results
}
