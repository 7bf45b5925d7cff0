import { createContext, type ReactNode, useContext } from 'react'
import { useRights } from './rights.tsx'
import { trpc } from './trpc.ts'

const IsCallingStoppedContext = createContext<boolean | null>(null)

/** Asks once whether calling is paused or has paused itself; who may not read the schedule is not told. */
export function IsCallingStoppedProvider({ children }: { children: ReactNode }) {
  // The notice at the head of the page keeps both answers fresh.
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
  const isStopped = (hasStopped ?? false) || (isPaused ?? false)
  return <IsCallingStoppedContext value={isStopped}>{children}</IsCallingStoppedContext>
}

/** Whether no call is placed by itself at present. Every row of a list asks. */
export function useIsCallingStopped(): boolean {
  const isStopped = useContext(IsCallingStoppedContext)
  if (isStopped === null) {
    throw new Error('useIsCallingStopped needs an IsCallingStoppedProvider above it')
  }
  return isStopped
}
