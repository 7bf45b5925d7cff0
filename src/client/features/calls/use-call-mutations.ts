import { notifications } from '@mantine/notifications'
import { useCallback, useRef, useState } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { trpc } from '../../lib/trpc.ts'
import { doneWords, refusals } from './call-action-words.ts'
import type { CallActionName, CallRequest } from './call-actions.ts'
import { useCallClock } from './call-clock.tsx'
import { type Expected, expectedOf } from './expected-call.ts'
import { useLiveStatusNow } from './use-live-calls.tsx'

/** What is shown of a call of this version until the feed brings the next one. */
type Expectation = { version: number; expected: Expected }

/** Does what a person asked of a call, and says how it went; answers whether it was done. */
export function useCallMutations() {
  const [pending, setPending] = useState<ReadonlyMap<string, CallActionName>>(new Map())
  const [expectations, setExpectations] = useState<ReadonlyMap<string, Expectation>>(new Map())
  const now = useCallClock()
  const clock = useRef(now)
  clock.current = now
  const send = useSend()
  const run = useCallback(
    async (request: CallRequest): Promise<boolean> => {
      const { name, call } = request
      const { version } = call
      const expected = expectedOf(request, new Date(clock.current.nowMs).toISOString())
      setPending((others) => new Map(others).set(call.id, name))
      setExpectations((others) => new Map(others).set(call.id, { version, expected }))
      try {
        const answer = await send(request)
        notifications.show({ message: doneWords(name, answer, clock.current.when), color: 'tide' })
        return true
      } catch (error) {
        setExpectations((others) => without(others, call.id))
        notifications.show({
          title: refusals[name],
          message: failureReason(error),
          color: 'red',
          autoClose: 8000,
        })
        return false
      } finally {
        setPending((others) => without(others, call.id))
      }
    },
    [send],
  )
  const expect = useCallback(
    <C extends Call>(call: C): C => {
      const expectation = expectations.get(call.id)
      return expectation?.version === call.version ? { ...call, ...expectation.expected } : call
    },
    [expectations],
  )
  return { run, pending, expect }
}

function without<Value>(all: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> {
  const left = new Map(all)
  left.delete(id)
  return left
}

function useSend() {
  const utils = trpc.useUtils()
  const liveStatus = useLiveStatusNow()
  const { mutateAsync: placeNow } = trpc.calls.placeNow.useMutation()
  const { mutateAsync: retry } = trpc.calls.retry.useMutation()
  const { mutateAsync: reschedule } = trpc.calls.reschedule.useMutation()
  const { mutateAsync: cancel } = trpc.calls.cancel.useMutation()
  const { mutateAsync: judge } = trpc.calls.judge.useMutation()
  return useCallback(
    async (request: CallRequest) => {
      const { id } = request.call
      try {
        if (request.name === 'placeNow') return await placeNow({ id })
        if (request.name === 'retry') return await retry({ id })
        if (request.name === 'reschedule') return await reschedule({ id, ...request.wish })
        if (request.name === 'cancel') return await cancel({ id })
        const verdict = request.name === 'judgeRang' ? 'it_rang' : 'it_did_not_ring'
        return await judge({ id, verdict })
      } finally {
        // After a refusal too: the call is then not what this page believed it to be.
        void utils.calls.byId.invalidate({ id })
        void utils.calls.whyNotNow.invalidate({ id })
        // Else the feed moves the row.
        if (liveStatus().kind !== 'live') void utils.calls.list.invalidate()
      }
    },
    [utils, liveStatus, placeNow, retry, reschedule, cancel, judge],
  )
}
