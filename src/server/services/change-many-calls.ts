import type { Identity } from '../auth/identity.ts'
import { readCalls } from '../db/call-row.ts'
import { isDatabaseAway } from '../db/failures.ts'
import type { Deps } from '../deps.ts'
import type { BulkResult } from '../domain/call-answers.schema.ts'
import { type BulkAction, MAX_TAGS } from '../domain/call-changes.schema.ts'
import { DomainError } from '../domain/errors.ts'
import { cancelCall } from './cancel-call.ts'
import { type CallTarget, type ChangeDeps, changeCallWithMark } from './person-change.ts'
import type { QuestionDeps } from './read-calling-questions.ts'
import { rescheduleCall } from './reschedule-call.ts'
import { retryCall } from './retry-call.ts'
import { undoCall } from './undo-call.ts'

type ManyDeps = ChangeDeps & Pick<Deps, 'log'>
type BulkDeps = ManyDeps & QuestionDeps
type Who = Pick<Identity, 'organizationId' | 'actor'>

/**
 * Does one thing to many calls, each in its own transaction: one that cannot be changed holds up no
 * other, and says why. What each call was is kept for `undoManyCalls`, under the change's id.
 */
export const changeManyCalls = (
  deps: BulkDeps,
  who: Who,
  { ids, action, changeId }: { ids: readonly string[]; action: BulkAction; changeId: string },
): Promise<BulkResult[]> =>
  forEachCall(deps, who, ids, (target) => changeOne(deps, { ...target, changeId }, action))

/** Takes a change of many back, of each call to which nothing has happened since. */
export const undoManyCalls = (
  deps: BulkDeps,
  who: Who,
  { ids, changeId }: { ids: readonly string[]; changeId: string },
): Promise<BulkResult[]> =>
  forEachCall(deps, who, ids, async (target) => {
    await undoCall(deps, { ...target, changeId })
    return true
  })

/** Answers whether it changed anything. */
async function changeOne(deps: BulkDeps, target: CallTarget, action: BulkAction): Promise<boolean> {
  switch (action.type) {
    case 'retry':
      await retryCall(deps, { ...target, isOneOfMany: true })
      return true
    case 'cancel':
      await cancelCall(deps, target)
      return true
    case 'reschedule': {
      const { dueAt } = action
      const plain = { outsideWindows: false, mayOverride: false, isOneOfMany: true }
      await rescheduleCall(deps, { ...target, ...plain, dueAt })
      return true
    }
    case 'tag':
      return tagCall(deps, target, action)
  }
}

const UNFORESEEN = 'It could not be changed; try again.'

/** Adds and removes single tags instead of writing the whole list, so that nobody else's are lost. */
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
  { log }: ManyDeps,
  { organizationId, actor }: Who,
  ids: readonly string[],
  change: (target: CallTarget) => Promise<boolean>,
): Promise<BulkResult[]> {
  const results: BulkResult[] = []
  let isAway = false
  for (const callId of ids) {
    // Otherwise each of them would wait for the database in turn, and the caller for them all.
    if (isAway) {
      results.push({ isDone: false, reason: UNFORESEEN })
      continue
    }
    try {
      const isChanged = await change({ organizationId, actor, callId })
      results.push({ isDone: true, isChanged })
    } catch (error) {
      // Even a failure does not end the request: what was done before it stays done, and is reported.
      if (!(error instanceof DomainError)) log.error({ err: error, callId }, 'a call not changed')
      isAway = isDatabaseAway(error)
      const reason = error instanceof DomainError ? error.message : UNFORESEEN
      results.push({ isDone: false, reason })
    }
  }
  return results
}
