import { isDeepStrictEqual } from 'node:util'
import { createTRPCClient, createWSClient, type WebSocketClientOptions, wsLink } from '@trpc/client'
import { readCalls } from '../../src/server/db/call-row.ts'
import type { Db } from '../../src/server/db/client.ts'
import type { Call } from '../../src/server/domain/call.schema.ts'
import type { FeedMessage, FeedScope } from '../../src/server/domain/feed.schema.ts'
import { readCursor } from '../../src/server/domain/feed-cursor.ts'
import type { LiveRouter } from './live-server.ts'
import type { Told } from './trials/hold-against-log.ts'

export type Received = { cursor: string; message: FeedMessage }

type WatcherOptions = {
  WebSocket?: WebSocketClientOptions['WebSocket']
  onHeard?: (item: Received) => void
  /** What to narrow the feed to. */
  only?: FeedScope
}

/** A standard tRPC client that writes down what the feed says and what it makes of it. */
export class FeedWatcher implements Disposable {
  readonly received: Received[] = []
  /** The newest row of each call that was told of; null once deleted. */
  readonly calls = new Map<string, Call | null>()
  /** What must never happen: a row told again or an older one, a cursor that goes back. */
  readonly faults: string[] = []
  error: unknown = null
  private readonly socket
  private readonly subscription
  private readonly onHeard
  private waiters: { isMet: () => boolean; resolve: () => void }[] = []

  constructor(port: number, after: string | null, options: WatcherOptions = {}) {
    const { WebSocket, onHeard, only } = options
    this.onHeard = onHeard
    this.socket = createWSClient({
      url: `ws://127.0.0.1:${port}/trpc`,
      WebSocket,
      retryDelayMs: () => 5,
    })
    const client = createTRPCClient<LiveRouter>({ links: [wsLink({ client: this.socket })] })
    this.subscription = client.calls.live.subscribe(
      { after, only },
      {
        onData: ({ id, data }) => this.hear({ cursor: id, message: data }),
        onError: (error) => {
          this.error = error
          this.wake()
        },
      },
    )
  }

  private hear(item: Received): void {
    if (this.onHeard !== undefined) {
      this.onHeard(item)
      // Whoever listens for hours keeps nothing of it.
      this.received.length = 0
    }
    const last = this.received.findLast(({ message }) => message.type === 'changes')
    this.received.push(item)
    const { message } = item
    if (message.type === 'changes') {
      if (last !== undefined && seqOf(item.cursor) <= seqOf(last.cursor)) {
        this.faults.push(`${item.cursor} after ${last.cursor}`)
      }
      for (const call of message.calls) this.apply(call.id, call.version, call)
      for (const { id, version } of message.deleted) this.apply(id, version, null)
    }
    this.wake()
  }

  private readonly versions = new Map<string, number>()

  private apply(id: string, version: number, call: Call | null): void {
    const known = this.versions.get(id) ?? 0
    if (version <= known) this.faults.push(`${id}: version ${version} after ${known}`)
    this.versions.set(id, version)
    this.calls.set(id, call)
  }

  private wake(): void {
    const met = this.waiters.filter(({ isMet }) => isMet())
    this.waiters = this.waiters.filter((waiter) => !met.includes(waiter))
    for (const { resolve } of met) resolve()
  }

  /** Resolves once the watcher's own state fulfils the condition. */
  until(isMet: (watcher: FeedWatcher) => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.waiters.push({ isMet: () => isMet(this), resolve })
      this.wake()
    })
  }

  get lastSeq(): bigint {
    const last = this.received.at(-1)
    return last ? seqOf(last.cursor) : -1n
  }

  get hellos(): boolean[] {
    return this.received.flatMap(({ message }) =>
      message.type === 'hello' ? [message.recovered] : [],
    )
  }

  /** Every change as it was heard, to be held against the log. */
  get told(): Told[] {
    return this.received.flatMap(({ cursor, message }) =>
      message.type === 'changes'
        ? [{ upTo: seqOf(cursor), rows: [...message.calls, ...message.deleted] }]
        : [],
    )
  }

  /** Whether the newest rows heard of are those of the database, in every column. */
  async equals(db: Db, organizationId: string, ids: readonly string[]): Promise<boolean> {
    const calls = await readCalls(db, organizationId, ids)
    return ids.every((id) =>
      isDeepStrictEqual(
        this.calls.get(id),
        calls.find((call) => call.id === id),
      ),
    )
  }

  [Symbol.dispose](): void {
    this.subscription.unsubscribe()
    void this.socket.close()
  }
}

export function seqOf(cursor: string): bigint {
  const position = readCursor(cursor)
  if (position === null) throw new Error(`Not a cursor: ${cursor}`)
  return position.seq
}
