import { describe, expect, it } from 'vitest'
import {
  applyFeedToDetail,
  applyFeedToList,
  type CallListPage,
} from '../../../src/client/features/calls/apply-feed-message.ts'
import {
  type FeedJournal,
  recordFeedMessage,
} from '../../../src/client/features/calls/feed-journal.ts'
import type { Call } from '../../../src/server/domain/call.schema.ts'
import type { FeedMessage } from '../../../src/server/domain/feed.schema.ts'
import { toCursor } from '../../../src/server/domain/feed-cursor.ts'
import { sampleCall, uuidOf } from '../../support/sample-call.ts'

const epoch = uuidOf(0)
const at = (seq: number, inEpoch = epoch) => toCursor({ epoch: inEpoch, seq: BigInt(seq) })
const counts = (ready: number) => ({ ready, missed: 0, completed: 0 })
const sentAt = '2026-11-20T17:30:00.000Z'
const ready = { tab: 'ready' as const, filter: {} }

const due = (number: number, hour: number, more: Partial<Call> = {}) =>
  sampleCall({
    id: uuidOf(number),
    dueAt: `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`,
    ...more,
  })
const pageOf = (calls: Call[], more: Partial<CallListPage> = {}): CallListPage => ({
  calls,
  nextCursor: null,
  feedCursor: at(10),
  counts: counts(calls.length),
  ...more,
})
const changes = (calls: Call[], deleted: { id: string; version: number }[] = []): FeedMessage => ({
  type: 'changes',
  calls,
  deleted,
  counts: counts(99),
  sentAt,
})
const hello = (recovered: boolean): FeedMessage => ({
  type: 'hello',
  recovered,
  counts: counts(1),
  sentAt,
})

function journalOf(...received: [cursor: string, message: FeedMessage][]): FeedJournal {
  let journal = recordFeedMessage(null, { cursor: at(10), message: hello(true) }).journal
  for (const [cursor, message] of received) {
    journal = recordFeedMessage(journal, { cursor, message }).journal
  }
  if (journal === null) throw new Error('No journal.')
  return journal
}

function idsAfter(pages: CallListPage[], journal: FeedJournal): string[][] {
  const step = applyFeedToList(pages, ready, journal)
  if (step.kind === 'behind') throw new Error('Behind.')
  return step.pages.map((page) => page.calls.map((call) => call.id))
}

describe('applyFeedToList', () => {
  const nine = due(9, 9)
  const eleven = due(11, 11)
  const rows: [name: string, message: FeedMessage, expected: number[]][] = [
    ['a new call enters where it sorts', changes([due(10, 10)]), [9, 10, 11]],
    ['a changed call moves', changes([due(9, 12, { version: 2 })]), [11, 9]],
    [
      'a live call goes to the top',
      changes([due(11, 11, { version: 2, status: 'ringing' })]),
      [11, 9],
    ],
    [
      'a call that no longer matches leaves',
      changes([due(9, 9, { version: 2, status: 'missed' })]),
      [11],
    ],
    ['a deleted call leaves', changes([], [{ id: uuidOf(9), version: 2 }]), [11]],
    [
      'a deletion of what is not here is nothing',
      changes([], [{ id: uuidOf(5), version: 2 }]),
      [9, 11],
    ],
    ['an older version changes nothing', changes([due(9, 12, { version: 1 })]), [9, 11]],
    ['an older deletion changes nothing', changes([], [{ id: uuidOf(9), version: 1 }]), [9, 11]],
  ]
  it.each(rows)('%s', (_, message, expected) => {
    const ids = idsAfter([pageOf([nine, eleven])], journalOf([at(11), message]))
    expect(ids).toEqual([expected.map(uuidOf)])
  })

  it('takes counts as they are, and moves the page to the end of the feed', () => {
    const step = applyFeedToList([pageOf([nine])], ready, journalOf([at(11), changes([])]))
    expect(step).toMatchObject({ pages: [{ counts: counts(99), feedCursor: at(11) }] })
  })

  it('leaves a page alone that was read later than the feed has told', () => {
    const ahead = pageOf([nine], { feedCursor: at(12) })
    const step = applyFeedToList([ahead], ready, journalOf([at(11), changes([due(10, 10)])]))
    expect(step).toEqual({ kind: 'current', pages: [ahead] })
  })

  it('keeps out what sorts beyond the last page while there is a next one', () => {
    const pages = [pageOf([nine, eleven], { nextCursor: 'more' })]
    const journal = journalOf([at(11), changes([due(10, 10), due(12, 12)])])
    expect(idsAfter(pages, journal)).toEqual([[9, 10, 11].map(uuidOf)])
  })

  it('remembers where a page ended after its last call has gone', () => {
    const pages = [pageOf([nine, eleven], { nextCursor: 'more' })]
    const journal = journalOf(
      [at(11), changes([due(11, 11, { version: 2, status: 'missed' })])],
      [at(12), changes([due(10, 10)])],
    )
    expect(idsAfter(pages, journal)).toEqual([[9, 10].map(uuidOf)])
  })

  it('puts a call on the page in whose stretch it sorts', () => {
    const pages = [pageOf([nine], { nextCursor: 'more' }), pageOf([eleven])]
    const journal = journalOf([at(11), changes([due(8, 8), due(10, 10)])])
    expect(idsAfter(pages, journal)).toEqual([[8, 9].map(uuidOf), [10, 11].map(uuidOf)])
  })

  it('says when the journal does not reach back far enough', () => {
    const journal = journalOf([at(11), changes([])])
    const behind = { kind: 'behind' }
    expect(applyFeedToList([pageOf([], { feedCursor: at(9) })], ready, journal)).toEqual(behind)
    const elsewhere = pageOf([], { feedCursor: at(10, uuidOf(1)) })
    expect(applyFeedToList([elsewhere], ready, journal)).toEqual(behind)
  })
})

describe('applyFeedToDetail', () => {
  const detail = {
    ...due(9, 9, { version: 3 }),
    customerZones: [],
    transcript: null,
    audioDurationMs: null,
    attempts: [],
  }
  it('takes the newer row and keeps what only the detail has', () => {
    const journal = journalOf([at(11), changes([due(9, 9, { version: 4, notes: 'New' })])])
    expect(applyFeedToDetail(detail, journal)).toEqual({ ...detail, version: 4, notes: 'New' })
  })
  it('ignores an older or equal row', () => {
    const journal = journalOf([at(11), changes([due(9, 9, { version: 3, notes: 'Old' })])])
    expect(applyFeedToDetail(detail, journal)).toBeNull()
  })
})

describe('recordFeedMessage', () => {
  it('starts at the first hello without a gap', () => {
    const step = recordFeedMessage(null, { cursor: at(4), message: hello(true) })
    expect(step).toMatchObject({ hasGap: false, journal: { fromSeq: 4n, toSeq: 4n } })
  })
  it('goes on after a hello at its own end', () => {
    const journal = journalOf([at(11), changes([due(9, 9)])])
    const step = recordFeedMessage(journal, { cursor: at(11), message: hello(true) })
    expect(step).toEqual({ journal, hasGap: false })
  })
  const gaps: [name: string, cursor: string, message: FeedMessage][] = [
    ['a hello that did not recover', at(11), hello(false)],
    ['a hello further on', at(14), hello(true)],
    ['a hello of another epoch', at(11, uuidOf(1)), hello(true)],
  ]
  it.each(gaps)('starts anew, with a gap, at %s', (_, cursor, message) => {
    const journal = journalOf([at(11), changes([due(9, 9)])])
    const step = recordFeedMessage(journal, { cursor, message })
    expect(step.hasGap).toBe(true)
    expect(step.journal?.news.size).toBe(0)
  })
})
