import { useState } from 'react'
import { failureReason } from '../components/failure-reason.ts'
import { trpc } from './trpc.ts'

/**
 * Pauses and resumes all calling at once, by changing the saved schedule and nothing else. Answers
 * the version before and the one that was saved; null where it failed, and `problem` then says why.
 */
export function useSetPaused() {
  const utils = trpc.useUtils()
  const update = trpc.scheduleConfig.update.useMutation()
  const [isPending, setIsPending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const setPaused = async (paused: boolean) => {
    setIsPending(true)
    setProblem(null)
    try {
      // Past the cache, which would wait for the network and go on when nobody expects it any more.
      const before = await utils.client.scheduleConfig.get.query()
      const saved = await update.mutateAsync({
        config: { ...before.config, paused },
        expectedVersion: before.version,
      })
      utils.scheduleConfig.get.setData(undefined, saved)
      void utils.scheduleConfig.history.invalidate()
      void utils.calls.whyNotNow.invalidate()
      return { before, saved }
    } catch (error) {
      setProblem(failureReason(error))
      return null
    } finally {
      setIsPending(false)
    }
  }
  return { setPaused, isPending, problem }
}
