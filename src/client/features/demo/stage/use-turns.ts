import { useEffect, useEffectEvent, useState } from 'react'
import type { Heard } from '../../../../server/domain/conversation.schema.ts'
import type { StageTalk, StageTurn } from '../../../../server/domain/stage.schema.ts'
import { trpc } from '../../../lib/trpc.ts'
import { isAway, isKnocking, KNOCK_AGAIN_MS } from './away.ts'
import { inTurn } from './in-turn.ts'

/** Somebody who answers: each attempt of a call leads a conversation of its own. */
type Guest = { callId: string; attempt: number }

/**
 * The conversation with whoever answers on the stage, turn by turn; null while nobody does. Nothing is
 * asked of a call that is being removed.
 */
export function useTurns(guest: Guest | null, isAsked: boolean) {
  const line = guest && `${guest.callId}/${guest.attempt}`
  const [last, setLast] = useState<{ line: string; turn: StageTurn } | null>(null)
  const talk = trpc.stage.talk.useMutation({
    ...inTurn,
    retry: (_, error) => isAway(error),
    retryDelay: KNOCK_AGAIN_MS,
  })
  const { mutate, reset, isPending, isError, error, variables } = talk
  const turn = last !== null && last.line === line ? last.turn : null

  const ask = (answer: StageTalk['answer']) => {
    if (guest === null || line === null || isPending || !isAsked) return
    mutate({ callId: guest.callId, answer }, { onSuccess: (turn) => setLast({ line, turn }) })
  }
  const begin = useEffectEvent(() => ask(null))
  // Neither a failure nor an answer that comes late is the next conversation's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another line is a new beginning
  useEffect(() => reset, [line, reset])
  useEffect(() => {
    if (line !== null && turn === null && !isPending && !isError && isAsked) begin()
  }, [line, turn, isPending, isError, isAsked])

  return {
    turn,
    /** What was said in a conversation, for as long as it is the last one that was led here. */
    saidIn: ({ callId, attempt }: Guest) =>
      last !== null && last.line === `${callId}/${attempt}` ? last.turn.segments : null,
    isSending: isPending,
    isAway: isKnocking(talk),
    error,
    answer(heard: Heard) {
      if (turn !== null) ask({ turn: turn.turn, heard })
    },
    tryAgain() {
      if (variables !== undefined) ask(variables.answer)
    },
  }
}
