import { useRights } from './rights.tsx'
import { trpc } from './trpc.ts'

/** Whether calling is paused or has paused itself; who may not read the schedule is not told. */
export function useIsCallingStopped(): boolean {
  // The notice at the head of the page keeps both answers fresh; every row asks for them.
  const known = {
    enabled: useRights().has('schedule.read'),
    staleTime: Number.POSITIVE_INFINITY,
  }
  const { data: hasStopped } = trpc.scheduleConfig.pauseState.useQuery(undefined, {
    ...known,
    select: ({ autoPause }) => autoPause !== null,
  })
  const { data: isPaused } = trpc.scheduleConfig.get.useQuery(undefined, {
    ...known,
    select: ({ config }) => config.paused,
  })
  return (hasStopped ?? false) || (isPaused ?? false)
}
