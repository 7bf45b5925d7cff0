import { useCallback, useRef, useState } from 'react'
import type { Call } from '../../../../server/domain/call.schema.ts'
import type { BulkResult } from '../../../../server/domain/call-answers.schema.ts'
import type { BulkAction } from '../../../../server/domain/call-changes.schema.ts'
import { failureReason, wasRefused } from '../../../components/failure-reason.ts'
import { randomUuid } from '../../../lib/random-uuid.ts'
import { trpc } from '../../../lib/trpc.ts'
import type { BulkName } from './bulk-words.ts'

/** One call that could not be changed. */
export type Refusal = { id: string; customerName: string; reason: string }

/** Which change it is, or is taken back. */
type How = {
  name: BulkName
  isUndo: boolean
  /** By it the server tells this change from those of others. */
  changeId: string
}

export type BulkState =
  | { kind: 'idle' }
  | ({ kind: 'running'; done: number; total: number } & How)
  | ({
      kind: 'over'
      /** Those that were changed, and can be changed back. */
      changedIds: readonly string[]
      /** Asked about in a request that was not answered: perhaps changed, perhaps not. */
      unknownIds: readonly string[]
      unchangedCount: number
      refusals: readonly Refusal[]
      /** Never asked about, since it was stopped or ended early. */
      leftCount: number
      problem: string | null
    } & How)
export type BulkOutcome = Extract<BulkState, { kind: 'over' }>

/** Small enough to show how far it is, and to stop in between. */
const AT_ONCE = 25

type Named = Pick<Call, 'id' | 'customerName'>

/** Changes many calls a few at a time, and can take it back. */
export function useBulkChange() {
  const utils = trpc.useUtils()
  const { mutateAsync: change } = trpc.calls.changeMany.useMutation()
  const { mutateAsync: undoMany } = trpc.calls.undoMany.useMutation()
  const [state, setState] = useState<BulkState>({ kind: 'idle' })
  const isStopped = useRef(false)
  const names = useRef<ReadonlyMap<string, string>>(new Map())

  const work = useCallback(
    async (
      calls: readonly Named[],
      how: How,
      send: (ids: string[]) => Promise<{ results: BulkResult[] }>,
    ) => {
      const total = calls.length
      const results: BulkResult[] = []
      let problem: string | null = null
      let unknownIds: readonly string[] = []
      isStopped.current = false
      names.current = new Map(calls.map(({ id, customerName }) => [id, customerName]))
      setState({ kind: 'running', ...how, done: 0, total })
      while (results.length < total && !isStopped.current && problem === null) {
        const ids = calls.slice(results.length, results.length + AT_ONCE).map(({ id }) => id)
        try {
          results.push(...(await send(ids)).results)
          setState({ kind: 'running', ...how, done: results.length, total })
        } catch (error) {
          problem = failureReason(error)
          if (!wasRefused(error)) unknownIds = ids
        }
      }
      void utils.calls.facets.invalidate()
      void utils.calls.byId.invalidate()
      const asked = results.map((result, index) => ({ result, call: calls[index] }))
      const refusals = asked.flatMap(({ result, call }) =>
        result.isDone || !call ? [] : [{ ...call, reason: result.reason }],
      )
      const changedIds = asked.flatMap(({ result, call }) =>
        result.isDone && result.isChanged && call ? [call.id] : [],
      )
      setState({
        kind: 'over',
        ...how,
        changedIds,
        unknownIds,
        problem,
        refusals: refusals.map(({ id, customerName, reason }) => ({ id, customerName, reason })),
        unchangedCount: results.length - changedIds.length - refusals.length,
        leftCount: total - results.length - unknownIds.length,
      })
      return refusals
    },
    [utils],
  )
  return {
    state,
    run: useCallback(
      (name: BulkName, action: BulkAction, calls: readonly Named[]) => {
        const changeId = randomUuid()
        return work(calls, { name, isUndo: false, changeId }, (ids) =>
          change({ ids, action, changeId }),
        )
      },
      [work, change],
    ),
    undo: useCallback(
      ({ name, changeId, changedIds, unknownIds }: BulkOutcome) => {
        const ids = [...changedIds, ...unknownIds]
        const calls = ids.map((id) => ({ id, customerName: names.current.get(id) ?? '' }))
        return work(calls, { name, isUndo: true, changeId }, (some) =>
          undoMany({ ids: some, changeId }),
        )
      },
      [work, undoMany],
    ),
    stop: useCallback(() => {
      isStopped.current = true
    }, []),
    close: useCallback(() => setState({ kind: 'idle' }), []),
  }
}

export type BulkChange = ReturnType<typeof useBulkChange>
