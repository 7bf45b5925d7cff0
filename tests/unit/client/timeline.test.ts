import { expect, it } from 'vitest'
import { originWords } from '../../../src/client/features/calls/detail/origin-words.ts'
import {
  callTimeline,
  keyOf,
  type TimelineEntry,
} from '../../../src/client/features/calls/detail/timeline.ts'
import type { CallAttempt } from '../../../src/server/domain/call.schema.ts'
import type { CallEdit, CallOrigin } from '../../../src/server/domain/call-history.schema.ts'

const attempt = (number: number, requestedAt: string): CallAttempt => ({
  id: `attempt ${number}`,
  number,
  requestedAt,
  provider: 'simulator',
  providerCallId: null,
  acceptedAt: null,
  status: 'missed',
  outcome: 'no_answer',
  ringingAt: null,
  answeredAt: null,
  endedAt: null,
  errorMessage: null,
  scheduleConfigVersion: 1,
  campaignConfigVersion: null,
  gates: [],
  history: [],
})
const edit = (id: string, createdAt: string): CallEdit => ({
  id,
  createdAt,
  actorKind: 'user',
  actorName: 'Robin',
  action: 'call.updated',
  before: null,
  after: null,
})
const origin: CallOrigin = {
  id: 'an import',
  createdAt: '2026-11-20T08:00:00.000Z',
  actorKind: 'user',
  actorName: 'Robin',
  action: 'service_records.imported',
  fileName: 'day.csv',
  campaignName: null,
}
const call = {
  createdAt: '2026-11-20T08:00:00.000Z',
  attempts: [attempt(1, '2026-11-20T10:00:00.000Z'), attempt(2, '2026-11-20T14:00:00.000Z')],
}
const page = (edits: CallEdit[], nextCursor: string | null = null) => ({
  edits,
  nextCursor,
  origin,
})
const keys = (entries: readonly TimelineEntry[]) => entries.map(keyOf)

it('puts attempts and changes into one order of time, the newest first, the origin last', () => {
  const edits = [edit('late', '2026-11-20T15:00:00.000Z'), edit('noon', '2026-11-20T12:00:00.000Z')]
  const entries = callTimeline(call, [page(edits)])
  expect(keys(entries)).toEqual(['late', 'attempt 2', 'noon', 'attempt 1', 'origin'])
  expect(entries.at(-1)).toEqual({ kind: 'origin', at: call.createdAt, origin })
})

it('lets an attempt come after what was done at the same instant, and keeps the order of the rest', () => {
  const at = '2026-11-20T10:00:00.000Z'
  const entries = callTimeline(call, [page([edit('second', at), edit('first', at)])])
  expect(keys(entries)).toEqual(['attempt 2', 'attempt 1', 'second', 'first', 'origin'])
})

it('compares instants and not how they are written', () => {
  const entries = callTimeline(call, [page([edit('noon', '2026-11-20T07:00:00-05:00')])])
  expect(keys(entries)).toEqual(['attempt 2', 'noon', 'attempt 1', 'origin'])
})

it('says where older changes are missing, whatever attempts lie beyond', () => {
  const pages = [page([edit('late', '2026-11-20T15:00:00.000Z')], 'more')]
  const first = callTimeline(call, pages)
  expect(keys(first)).toEqual(['late', 'older', 'attempt 2', 'attempt 1', 'origin'])
  const noon = page([edit('noon', '2026-11-20T12:00:00.000Z')], 'more')
  expect(keys(callTimeline(call, [...pages, noon]))).toEqual([
    ...['late', 'attempt 2', 'noon', 'older', 'attempt 1', 'origin'],
  ])
  const all = callTimeline(call, [...pages, { ...noon, nextCursor: null }])
  expect(keys(all)).not.toContain('older')
})

it('tells what is known of a call whose history did not come', () => {
  const entries = callTimeline(call, [])
  expect(keys(entries)).toEqual(['attempt 2', 'attempt 1', 'origin'])
  expect(entries.at(-1)).toMatchObject({ origin: null })
})

it.each<[Partial<CallOrigin>, string]>([
  [{}, 'imported its visit with the file day.csv'],
  [{ fileName: null }, 'imported its visit'],
  [{ action: 'service_record.created', actorKind: 'api_key' }, 'pushed its visit'],
  [{ action: 'service_record.created' }, 'added its visit'],
  [
    { action: 'campaign.visits_added', campaignName: 'Recall' },
    'put its visit into the campaign Recall',
  ],
  [{ action: 'campaign.visits_added' }, 'put its visit into a campaign'],
  [{ action: 'sample_data.loaded' }, 'put it in with the sample data'],
  [{ action: 'call.created' }, 'created this call'],
  [{ action: 'demo_call.created' }, 'created this demo call'],
  [{ action: 'call.retried' }, 'changed another call, which its visit left'],
])('says how somebody brought it in: %j', (rest, words) => {
  expect(originWords({ ...origin, ...rest })).toBe(words)
})
