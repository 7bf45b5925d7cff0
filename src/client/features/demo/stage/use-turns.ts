import { useEffect, useState } from 'react'
import type { Heard } from '../../../../server/domain/conversation.schema.ts'
import type { StageTurn } from '../../../../server/domain/stage.schema.ts'
import { trpc } from '../../../lib/trpc.ts'
import { isAway, isKnocking, KNOCK_AGAIN_MS } from './away.ts'

/** The conversation with whoever answers on the stage, turn by turn; null while nobody does. */
export function useTurns(callId: string | null) {
  const [last, setLast] = useState<{ callId: string; turn: StageTurn } | null>(null)
  const talk = trpc.stage.talk.useMutation({
    onSuccess: (turn, asked) => setLast({ callId: asked.callId, turn }),
    retry: (_, error) => isAway(error),
    retryDelay: KNOCK_AGAIN_MS,
  })
  const { mutate, isPending, isError, error, variables } = talk
  const turn = last !== null && last.callId === callId ? last.turn : null

  useEffect(() => {
    if (callId === null || turn !== null || isPending || isError) return
    mutate({ callId, answer: null })
  }, [callId, turn, isPending, isError, mutate])

  return {
    turn,
    isSending: isPending,
    isAway: isKnocking(talk),
    error,
    answer(heard: Heard) {
      if (callId === null || turn === null || isPending) return
      mutate({ callId, answer: { turn: turn.turn, heard } })
    },
    tryAgain() {
      if (variables !== undefined) mutate(variables)
    },
  }
}
