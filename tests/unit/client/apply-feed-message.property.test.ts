import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  applyFeedToList,
  type CallListPage,
} from '../../../src/client/features/calls/apply-feed-message.ts'
import {
  type FeedJournal,
  recordFeedMessage,
} from '../../../src/client/features/calls/feed-journal.ts'
import type { CallListQuery } from '../../../src/server/domain/call-filter.ts'
import { compareCalls } from '../../../src/server/domain/call-filter.ts'
import { callSortKeys } from '../../../src/server/domain/call-filter-choices.ts'
import { callStatuses, callTabs } from '../../../src/server/domain/call-status.ts'
import { FeedModel } from '../../support/feed-model.ts'
import { randomRuns } from '../../support/random-runs.ts'
import { sampleCall, uuidOf } from '../../support/sample-call.ts'

const instant = fc.constantFrom(
  null,
  '2026-11-20T09:00:00.000Z',
  '2026-11-20T12:00:00.000Z',
  '2026-11-20T17:00:00.000Z',
)
const callId = fc.nat(11).map(uuidOf)
const content = fc.record({
  status: fc.constantFrom(...callStatuses),
  dueAt: instant,
  startTime: instant,
  endTime: instant,
  customerName: fc.constantFrom('Ann', 'bo', 'Cem'),
  npsScore: fc.constantFrom(null, 3, 8, 10),
  tags: fc.constantFrom<string[]>([], ['angry']),
})

/** What can happen, in any order: changes on the server, and what reaches the page, when. */
const step = fc.oneof(
  { weight: 40, arbitrary: fc.record({ do: fc.constant('write'), id: callId, content }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('delete'), id: callId }) },
  {
    weight: 20,
    arbitrary: fc.record({ do: fc.constant('deliver'), most: fc.integer({ min: 1, max: 5 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('repeat'), from: fc.nat(9), length: fc.nat(3) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('reconnect') }) },
  // Rare, for what it fetches anew hides what was wrong before.
  { weight: 1, arbitrary: fc.record({ do: fc.constant('loseTrack') }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('ask') }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('askForMore') }) },
  { weight: 15, arbitrary: fc.record({ do: fc.constant('answer') }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const listQuery: fc.Arbitrary<CallListQuery> = fc.record(
  {
    tab: fc.constantFrom(...callTabs),
    filter: fc.constantFrom(
      {},
      { tag: 'angry' },
      { search: 'an' },
      { status: 'canceled' as const },
      { scoreBand: 'promoter' as const },
      { from: '2026-11-20T12:00:00Z' },
    ),
    sort: fc.record({
      key: fc.constantFrom(...callSortKeys),
      direction: fc.constantFrom('asc' as const, 'desc' as const),
    }),
  },
  { requiredKeys: ['tab', 'filter'] },
)

/** A page with one list, as the glue drives the pure parts. */
class PageModel {
  readonly server = new FeedModel()
  private pages: CallListPage[] = []
  private journal: FeedJournal | null = null
  private received = 0
  /** Answers on their way, each made of pages that the server read when they were asked for. */
  private readonly answers: (() => CallListPage[])[] = []

  constructor(
    private readonly query: CallListQuery,
    private readonly limit: number,
    private readonly maxNews: number,
  ) {
    this.hear(this.server.hello(true))
    for (const id of [1, 3, 5, 7, 9]) this.server.write(uuidOf(id), sampleCall({ status: 'ready' }))
    this.pages = this.fetchAll(2)
    this.deliver(9)
  }

  take(action: Step): void {
    switch (action.do) {
      case 'write':
        this.server.write(action.id, sampleCall(action.content))
        break
      case 'delete':
        this.server.write(action.id, null)
        break
      case 'deliver':
        this.deliver(action.most)
        break
      case 'repeat':
        this.repeat(action)
        break
      case 'reconnect':
        this.hear(this.server.hello(true, this.received))
        break
      case 'loseTrack':
        this.received = this.server.head
        this.hear(this.server.hello(false))
        break
      case 'ask': {
        const first = this.server.page(this.query, this.limit, null)
        const count = this.pages.length
        // Each further page is read later than the one before it.
        this.answers.push(() => this.fetchAfter([first], count))
        break
      }
      case 'askForMore': {
        const before = this.pages
        const mark = before.at(-1)?.nextCursor
        if (mark === undefined || mark === null) break
        const page = this.server.page(this.query, this.limit, mark)
        // As the query library does: the pages as they were when the next one was asked for.
        this.answers.push(() => [...before, page])
        break
      }
      case 'answer':
        this.settle()
    }
  }

  private fetchAll(count: number): CallListPage[] {
    return this.fetchAfter([this.server.page(this.query, this.limit, null)], count)
  }

  private fetchAfter(pages: CallListPage[], count: number): CallListPage[] {
    const mark = pages.at(-1)?.nextCursor ?? null
    if (mark === null || pages.length >= count) return pages
    return this.fetchAfter([...pages, this.server.page(this.query, this.limit, mark)], count)
  }

  private repeat(older: { from: number; length: number }): void {
    const to = this.received - older.from
    if (to > older.length) this.hear(this.server.changes(to - older.length - 1, to))
  }

  private deliver(most: number): void {
    const to = Math.min(this.received + most, this.server.head)
    if (to === this.received) return
    this.hear(this.server.changes(this.received, to))
    this.received = to
  }

  private hear(received: Parameters<typeof recordFeedMessage>[1]): void {
    const { journal, hasGap } = recordFeedMessage(this.journal, received, this.maxNews)
    this.journal = journal
    if (hasGap) this.pages = this.fetchAll(this.pages.length)
    this.reconcile()
  }

  private settle(): void {
    const answer = this.answers.shift()
    if (answer === undefined) return
    this.pages = answer()
    this.reconcile()
  }

  private reconcile(): void {
    if (this.journal === null || this.pages.length === 0) return
    let result = applyFeedToList(this.pages, this.query, this.journal)
    if (result.kind === 'behind') {
      this.pages = this.fetchAll(this.pages.length)
      result = applyFeedToList(this.pages, this.query, this.journal)
    }
    if (result.kind === 'behind') throw new Error('A fresh answer cannot be behind.')
    this.pages = result.pages
    const ids = this.pages.flatMap((page) => page.calls.map((call) => call.id))
    expect(new Set(ids).size, 'no call twice').toBe(ids.length)
  }

  get hasHeardAll(): boolean {
    return this.answers.length === 0 && this.received === this.server.head
  }

  finish(): void {
    while (this.answers.length > 0) this.settle()
    while (this.received < this.server.head) this.deliver(3)
  }

  expectToEqualServer(): void {
    const last = this.pages.at(-1)
    const end = last?.nextCursor ? last.lastFetched : undefined
    const expected = this.server
      .list(this.query)
      .filter((call) => end === undefined || compareCalls(call, end, this.query) <= 0)
    expect(this.pages.flatMap((page) => page.calls)).toEqual(expected)
    for (const page of this.pages) {
      expect(page.counts).toEqual(this.server.counts())
      expect(page.feedCursor).toBe(this.server.cursor())
    }
  }
}

it('ends equal to the database, whatever interleaving of changes, messages and answers', () => {
  fc.assert(
    fc.property(
      listQuery,
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(3, 1000),
      fc.array(step, { maxLength: 80, size: 'max' }),
      (query, limit, maxNews, steps) => {
        const page = new PageModel(query, limit, maxNews)
        for (const action of steps) {
          page.take(action)
          if (page.hasHeardAll) page.expectToEqualServer()
        }
        page.finish()
        page.expectToEqualServer()
      },
    ),
    randomRuns(1000),
  )
})
