import { useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import type { FeedMessage } from '../../../server/domain/feed.schema.ts'
import { afterScrolling } from '../../lib/scrolling.ts'
import { trpc } from '../../lib/trpc.ts'
import { createLiveCalls, type LiveCalls } from './live-calls.ts'
import type { LiveStatus } from './live-status.ts'
import { subscribeToFeed } from './subscribe-to-feed.ts'

const LiveCallsContext = createContext<LiveCalls | null>(null)

/** Keeps all queries of calls below it current, by one subscription. Mount it once per page. */
export function LiveCallsProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient()
  const { client } = trpc.useUtils()
  const [live] = useState(() =>
    createLiveCalls({
      queryClient,
      subscribe: subscribeToFeed(client.calls.live),
      putOff: afterScrolling,
    }),
  )
  useEffect(() => {
    const stop = live.start()
    const online = () => live.networkChanged(true)
    const offline = () => live.networkChanged(false)
    window.addEventListener('online', online)
    window.addEventListener('offline', offline)
    return () => {
      stop()
      window.removeEventListener('online', online)
      window.removeEventListener('offline', offline)
    }
  }, [live])
  return <LiveCallsContext value={live}>{children}</LiveCallsContext>
}

function useLiveCalls(): LiveCalls {
  const live = useContext(LiveCallsContext)
  if (live === null) throw new Error('What is live needs a LiveCallsProvider above it.')
  return live
}

/** What the feed last said of any call. Below `LiveCallsProvider` only. */
export const useNewestCall = () => useLiveCalls().newest

/** Tells every message of the feed. Below `LiveCallsProvider` only. */
export function useFeedNews(listener: (message: FeedMessage) => void): void {
  const live = useLiveCalls()
  useEffect(() => live.onMessage(listener), [live, listener])
}

/** Answers how current the page is when it is asked. Below `LiveCallsProvider` only. */
export const useLiveStatusNow = () => useLiveCalls().getStatus

/** How current the page is. Below `LiveCallsProvider` only. */
export function useLiveStatus(): LiveStatus {
  const live = useLiveCalls()
  return useSyncExternalStore(live.onStatusChange, live.getStatus)
}
