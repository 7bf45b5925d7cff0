import {
  type InfiniteData,
  InfiniteQueryObserver,
  QueryClient,
  type QueryKey,
} from '@tanstack/react-query'
import {
  createTRPCClient,
  createWSClient,
  httpLink,
  splitLink,
  type WebSocketClientOptions,
  wsLink,
} from '@trpc/client'
import type { CallListPage } from '../../src/client/features/calls/apply-feed-message.ts'
import { createLiveCalls } from '../../src/client/features/calls/live-calls.ts'
import { subscribeToFeed } from '../../src/client/features/calls/subscribe-to-feed.ts'
import type { CallTab } from '../../src/server/domain/call-status.ts'
import type { LiveRouter } from './live-server.ts'

/** What the hooks of a page do, without the page: cached lists, one subscription, one status. */
export function openTestPage(ports: {
  socket: number
  http: number
  /** Where the server wants to know who it is. */
  headers?: Record<string, string>
  WebSocket?: WebSocketClientOptions['WebSocket']
}) {
  const { headers, WebSocket } = ports
  const socket = createWSClient({
    url: `ws://127.0.0.1:${ports.socket}/trpc`,
    WebSocket,
    retryDelayMs: () => 5,
  })
  const client = createTRPCClient<LiveRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: wsLink({ client: socket }),
        false: httpLink({ url: `http://127.0.0.1:${ports.http}/trpc`, headers }),
      }),
    ],
  })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retryDelay: 10 } } })
  const live = createLiveCalls({ queryClient, subscribe: subscribeToFeed(client.calls.live) })
  const stops: (() => void)[] = []
  let check = () => {}
  let requests = 0
  let onTheWay = 0
  let release: Promise<void> = Promise.resolve()

  return {
    live,
    queryClient,
    /** Shows a list, as a mounted tab would. */
    show(tab: CallTab, limit: number) {
      const input = { tab, filter: {}, limit }
      const list = new InfiniteQueryObserver<
        CallListPage,
        Error,
        InfiniteData<CallListPage>,
        QueryKey,
        string | null
      >(queryClient, {
        queryKey: [['calls', 'list'], { input, type: 'infinite' }],
        async queryFn({ pageParam }) {
          requests += 1
          const answer = await client.calls.list.query({ ...input, cursor: pageParam })
          onTheWay += 1
          check()
          await release
          onTheWay -= 1
          return answer
        },
        initialPageParam: null,
        getNextPageParam: (page) => page.nextCursor,
      })
      stops.push(list.subscribe(() => check()))
      return {
        fetchNextPage: () => list.fetchNextPage(),
        pages: () => list.getCurrentResult().data?.pages ?? [],
        calls: () => (list.getCurrentResult().data?.pages ?? []).flatMap(({ calls }) => calls),
      }
    },
    /** From now on answers of the server wait on their way to the page, until the answer is called. */
    holdAnswers() {
      let letGo = () => {}
      release = new Promise((resolve) => {
        letGo = resolve
      })
      return () => letGo()
    },
    requestCount: () => requests,
    answersOnTheWay: () => onTheWay,
    /** Begins to listen to the feed. */
    start: () =>
      stops.push(
        live.start(),
        live.onStatusChange(() => check()),
      ),
    /** Resolves once the condition holds; it is asked after every change of what the page shows. */
    until: (isMet: () => boolean) =>
      new Promise<void>((resolve) => {
        check = () => isMet() && resolve()
        check()
      }),
    [Symbol.dispose]() {
      for (const stop of stops) stop()
      void socket.close()
      queryClient.clear()
    },
  }
}
