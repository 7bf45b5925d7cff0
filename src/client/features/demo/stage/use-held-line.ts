import { useEffect, useEffectEvent } from 'react'
import { trpc } from '../../../lib/trpc.ts'
import { inTurn } from './in-turn.ts'

/** Well within the time after which a line is given back of which no stage says anything. */
const EVERY_MS = 60_000

/** Keeps the line of a call open while the stage is, however long a presenter talks. */
export function useHeldLine(callId: string | null): void {
  const { mutate, isPending } = trpc.stage.hold.useMutation(inTurn)
  const hold = useEffectEvent(() => {
    // While the server is away one word waits for its turn, not one for each minute.
    if (callId !== null && !isPending) mutate({ callId })
  })
  useEffect(() => {
    if (callId === null) return
    // At once too: the time of a stage that is opened again may be nearly up.
    hold()
    const timer = window.setInterval(hold, EVERY_MS)
    return () => window.clearInterval(timer)
  }, [callId])
}
