import type { Query, QueryClient } from '@tanstack/react-query'
import type { Call } from '../../../server/domain/call.schema.ts'
import type { FeedMessage } from '../../../server/domain/feed.schema.ts'
import { readCursor, toCursor } from '../../../server/domain/feed-cursor.ts'
import type { CallListPage } from './apply-feed-message.ts'
import { endOf, type FeedJournal, recordFeedMessage } from './feed-journal.ts'
import {
  firstLiveState,
  type LiveEvent,
  type LiveStatus,
  liveStatusOf,
  nextLiveState,
} from './live-status.ts'
import { readCallsQuery, reconcileQuery, refetchAnswersAbout } from './reconcile-query.ts'

export type FeedHandlers = {
  onMessage: (received: { cursor: string; message: FeedMessage }) => void
  onConnectionLost: () => void
  /** The subscription is over, by an error or because the server ended it. */
  onEnd: () => void
}

export type LiveCallsOptions = {
  queryClient: QueryClient
  /** Opens the subscription `calls.live`, which reconnects by itself; answers how to end it. */
  subscribe: (after: string | null, handlers: FeedHandlers) => () => void
  nowMs?: () => number
  /** Runs something later; answers how to call it off. */
  later?: (run: () => void) => () => void
  /** Runs something a moment later where the page has its hands full, else answers null. */
  putOff?: (run: () => void) => (() => void) | null
}

export type LiveCalls = {
  /** Listens to the feed and to the query cache until the answer is called. */
  start: () => () => void
  networkChanged: (isOnline: boolean) => void
  getStatus: () => LiveStatus
  /** What the feed last said of a call: null once it is deleted, undefined where it said nothing. */
  newest: (callId: string) => Call | null | undefined
  onStatusChange: (listener: () => void) => () => void
  /** Hears every message of the feed. */
  onMessage: (listener: (message: FeedMessage) => void) => () => void
}

/** Between one and three seconds, so that pages that failed together do not retry together. */
function soon(run: () => void): () => void {
  const timer = setTimeout(run, 1000 + Math.random() * 2000)
  return () => clearTimeout(timer)
}

/**
 * Keeps every cached list and opened call equal to the database: one subscription, whose messages
 * and whose journal are applied to whatever the cache holds or fetches later.
 */
export function createLiveCalls(options: LiveCallsOptions): LiveCalls {
  const { queryClient, subscribe, nowMs = Date.now, later = soon } = options
  const { putOff = () => null } = options
  const cache = queryClient.getQueryCache()
  const listeners = new Set<() => void>()
  const messageListeners = new Set<(message: FeedMessage) => void>()
  let state = firstLiveState
  let status = liveStatusOf(state)
  let journal: FeedJournal | null = null
  let unsubscribe: (() => void) | null = null
  let cancelReopening: (() => void) | null = null
  let cancelCatchingUp: (() => void) | null = null
  let isCatchingUp = false
  let cancelShowing: (() => void) | null = null
  /** Calls of which the feed has told something that is not shown yet. */
  const changedIds = new Set<string>()

  function note(event: LiveEvent): void {
    state = nextLiveState(state, event)
    const next = liveStatusOf(state)
    if (JSON.stringify(next) === JSON.stringify(status)) return
    status = next
    for (const listener of listeners) listener()
  }

  const lists = () => cache.findAll({ predicate: (q) => readCallsQuery(q)?.procedure === 'list' })

  /** The subscription begins where the oldest list ends, once the first lists have arrived. */
  function openWhenReady(): void {
    if (unsubscribe !== null || cancelReopening !== null) return
    const known = lists()
    if (journal === null && known.some((query) => query.state.fetchStatus === 'fetching')) return
    open(journal === null ? oldestCursor(queryClient, known) : endOf(journal))
  }

  function open(after: string | null): void {
    let isOver = false
    const end = subscribe(after, {
      onMessage: (received) => !isOver && hear(received),
      onConnectionLost: () => !isOver && note({ type: 'connection_lost', atMs: nowMs() }),
      onEnd() {
        if (isOver) return
        close()
        note({ type: 'connection_lost', atMs: nowMs() })
        cancelReopening = later(() => {
          cancelReopening = null
          openWhenReady()
        })
      },
    })
    unsubscribe = () => {
      isOver = true
      end()
    }
  }

  function close(): void {
    unsubscribe?.()
    unsubscribe = null
  }

  function hear(received: { cursor: string; message: FeedMessage }): void {
    const step = recordFeedMessage(journal, received)
    journal = step.journal
    note({ type: 'heard', hasGap: step.hasGap })
    if (step.hasGap) void catchUp()
    const { message } = received
    for (const listener of messageListeners) listener(message)
    if (message.type === 'changes') for (const { id } of message.calls) changedIds.add(id)
    // What is put off brings this too.
    if (cancelShowing !== null) return
    cancelShowing = putOff(showNews)
    if (cancelShowing === null) showNews()
  }

  function showNews(): void {
    cancelShowing = null
    if (journal === null) return
    for (const query of cache.getAll()) reconcile(query)
    if (changedIds.size > 0) refetchAnswersAbout(queryClient, new Set(changedIds))
    changedIds.clear()
  }

  function reconcile(query: Query): void {
    if (journal === null || !reconcileQuery(queryClient, query, journal)) return
    if (!query.isActive() || isCatchingUp || cancelCatchingUp !== null) return
    note({ type: 'heard', hasGap: true })
    void catchUp()
  }

  async function catchUp(): Promise<void> {
    if (isCatchingUp) return
    isCatchingUp = true
    cancelCatchingUp?.()
    cancelCatchingUp = null
    const isOfCalls = (query: Query) => readCallsQuery(query) !== null
    await queryClient.invalidateQueries({ predicate: isOfCalls })
    isCatchingUp = false
    const open = lists().filter((query) => query.isActive())
    const known = journal
    if (known !== null && open.some((query) => reconcileQuery(queryClient, query, known))) {
      catchUpLater(() => {
        // The answers are of another feed than the one that is heard, as after a change of who one is.
        close()
        openWhenReady()
      })
    } else if (open.some(({ state }) => state.isInvalidated || state.fetchStatus === 'fetching')) {
      catchUpLater()
    } else note({ type: 'caught_up' })
  }

  function catchUpLater(first?: () => void): void {
    cancelCatchingUp = later(() => {
      cancelCatchingUp = null
      first?.()
      void catchUp()
    })
  }

  return {
    start() {
      const stopWatching = cache.subscribe((event) => {
        if (event.type !== 'updated') return
        const { action, query } = event
        const isAnswer = action.type === 'success' && action.manual !== true
        if (isAnswer || action.type === 'error') {
          reconcile(query)
          openWhenReady()
        }
      })
      openWhenReady()
      return () => {
        stopWatching()
        cancelShowing?.()
        cancelShowing = null
        cancelReopening?.()
        cancelReopening = null
        cancelCatchingUp?.()
        cancelCatchingUp = null
        close()
      }
    },
    networkChanged(isOnline) {
      if (!isOnline) return note({ type: 'network_lost', atMs: nowMs() })
      note({ type: 'network_back' })
      // The socket may have outlived the cut: a new hello tells, and brings what was missed.
      if (unsubscribe === null) return
      close()
      openWhenReady()
    },
    getStatus: () => status,
    newest: (callId) => journal?.news.get(callId)?.call,
    onMessage(listener) {
      messageListeners.add(listener)
      return () => messageListeners.delete(listener)
    },
    onStatusChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function oldestCursor(queryClient: QueryClient, lists: readonly Query[]): string | null {
  const positions = lists.flatMap(({ queryKey }) => {
    const data = queryClient.getQueryData<{ pages: CallListPage[] } | CallListPage>(queryKey)
    if (data === undefined) return []
    return ('pages' in data ? data.pages : [data]).flatMap(
      (page) => readCursor(page.feedCursor) ?? [],
    )
  })
  const oldest = positions.reduce<(typeof positions)[number] | null>(
    (first, next) => (first === null || next.seq < first.seq ? next : first),
    null,
  )
  return oldest && toCursor(oldest)
}
