import { useEffect, useReducer, useRef, useState } from 'react'
import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import { failureReason } from '../../components/failure-reason.ts'
import { trpc } from '../../lib/trpc.ts'
import { nextPreviewState, noPreview } from './preview-state.ts'

/** So many edits come one after another that only a rest between them is worth an answer. */
const REST_MS = 500

type PreviewQuestion = {
  /** Null while the draft is not a schedule. */
  config: ScheduleConfig | null
  /** What it is held against: the saved schedule. */
  savedVersion: number
}

/** What a draft would do to the queue, worked out by the server while one edits. */
export function useSchedulePreview({ config, savedVersion }: PreviewQuestion) {
  const { client } = trpc.useUtils()
  const [state, dispatch] = useReducer(nextPreviewState, noPreview)
  const [round, setRound] = useState(0)
  const stop = useRef(() => {})

  // Asked anew when the saved schedule changes too, and on demand.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (config === null) return dispatch({ type: 'unreadable' })
    dispatch({ type: 'edited' })
    let unsubscribe = () => {}
    const timer = setTimeout(() => {
      dispatch({ type: 'begun' })
      const subscription = client.scheduleConfig.preview.subscribe(
        { config },
        {
          onData: (message) => {
            if (message.type === 'progress') {
              return dispatch({ type: 'progressed', share: message.share })
            }
            const answer = { config, result: message.result, atMs: Date.now() }
            dispatch({ type: 'answered', answer })
          },
          onError: (error) => dispatch({ type: 'failed', reason: failureReason(error) }),
          onConnectionStateChange: ({ state: connection, error }) => {
            if (connection === 'connecting' && error) dispatch({ type: 'interrupted' })
          },
        },
      )
      unsubscribe = () => subscription.unsubscribe()
    }, REST_MS)
    stop.current = () => {
      clearTimeout(timer)
      unsubscribe()
    }
    return () => stop.current()
  }, [client, config, savedVersion, round])

  return {
    ...state,
    isStale: state.answer !== null && (state.phase !== 'done' || state.answer.config !== config),
    cancel: () => {
      stop.current()
      dispatch({ type: 'canceled' })
    },
    askAgain: () => setRound((number) => number + 1),
  }
}

export type SchedulePreviewState = ReturnType<typeof useSchedulePreview>
