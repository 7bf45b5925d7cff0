import { useEffect } from 'react'
import { trpc } from '../../../lib/trpc.ts'

/** Well within the time after which a line is given back of which no stage says anything. */
const EVERY_MS = 60_000

/** Keeps the line of a call open while the stage is, however long a presenter talks. */
export function useHeldLine(callId: string | null): void {
  const { mutate } = trpc.stage.hold.useMutation()
  useEffect(() => {
    if (callId === null) return
    // At once too: the time of a stage that is opened again may be nearly up.
    mutate({ callId })
    const timer = window.setInterval(() => mutate({ callId }), EVERY_MS)
    return () => window.clearInterval(timer)
  }, [callId, mutate])
}
