import type { Call, TabCounts } from '../../src/server/domain/call.schema.ts'
import type { CallPage } from '../../src/server/domain/call-answers.schema.ts'
import {
  type CallListQuery,
  compareCalls,
  matchesFilter,
} from '../../src/server/domain/call-filter.ts'
import { tabOf } from '../../src/server/domain/call-status.ts'
import type { FeedMessage } from '../../src/server/domain/feed.schema.ts'
import { toCursor } from '../../src/server/domain/feed-cursor.ts'
import { uuidOf } from './sample-call.ts'

type Event = { callId: string; version: number; call: Call | null; counts: TabCounts }

const sentAt = '2026-11-20T17:30:00.000Z'

/** A server in memory: calls, their log, pages of lists, and messages that join several changes. */
export class FeedModel {
  readonly calls = new Map<string, Call>()
  private readonly log: Event[] = []
  private readonly versions = new Map<string, number>()

  get head(): number {
    return this.log.length
  }

  /** Writes a call as it is from now on; null deletes it. */
  write(id: string, call: Call | null): void {
    if (call === null && !this.calls.has(id)) return
    const version = (this.versions.get(id) ?? 0) + 1
    this.versions.set(id, version)
    const row = call && { ...call, id, version }
    if (row === null) this.calls.delete(id)
    else this.calls.set(id, row)
    this.log.push({ callId: id, version, call: row, counts: this.counts() })
  }

  counts(): TabCounts {
    const counts = { ready: 0, missed: 0, completed: 0 }
    for (const { status } of this.calls.values()) {
      const tab = tabOf(status)
      if (tab !== null) counts[tab] += 1
    }
    return counts
  }

  list(query: CallListQuery): Call[] {
    return [...this.calls.values()]
      .filter((call) => matchesFilter(call, query))
      .sort((a, b) => compareCalls(a, b, query))
  }

  /** A page after a mark that an earlier page gave. */
  page(query: CallListQuery, limit: number, after: string | null): CallPage {
    const mark: Call | null = after === null ? null : JSON.parse(after)
    const rest = this.list(query).filter(
      (call) => mark === null || compareCalls(call, mark, query) > 0,
    )
    const calls = rest.slice(0, limit)
    return {
      calls,
      nextCursor: rest.length > limit ? JSON.stringify(calls.at(-1)) : null,
      feedCursor: this.cursor(),
      counts: this.counts(),
    }
  }

  cursor(seq = this.head): string {
    return toCursor({ epoch: uuidOf(0), seq: BigInt(seq) })
  }

  hello(recovered: boolean, seq = this.head): { cursor: string; message: FeedMessage } {
    const message = { type: 'hello' as const, recovered, counts: this.counts(), sentAt }
    return { cursor: this.cursor(seq), message }
  }

  /** What happened after `from` up to `to`, with the newest row of each call. */
  changes(from: number, to: number): { cursor: string; message: FeedMessage } {
    const newest = new Map(this.log.slice(from, to).map((event) => [event.callId, event]))
    const events = [...newest.values()]
    const message: FeedMessage = {
      type: 'changes',
      calls: events.flatMap(({ call }) => call ?? []),
      deleted: events.flatMap(({ call, callId, version }) =>
        call === null ? [{ id: callId, version }] : [],
      ),
      counts: this.log[to - 1]?.counts ?? this.counts(),
      sentAt,
    }
    return { cursor: this.cursor(to), message }
  }
}
