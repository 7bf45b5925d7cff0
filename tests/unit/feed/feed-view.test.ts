import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CallStatus, callStatuses, callTabs } from '../../../src/server/domain/call-status.ts'
import type { FeedScope } from '../../../src/server/domain/feed.schema.ts'
import { type FeedBatch, itemOf, mergeBatches } from '../../../src/server/feed/feed-batch.ts'
import {
  everything,
  isInView,
  type PlacedRow,
  placeOf,
  viewOf,
} from '../../../src/server/feed/feed-view.ts'
import { createPlaceMemory } from '../../../src/server/feed/place-memory.ts'
import { sampleCall, uuidOf } from '../../support/sample-call.ts'

const campaignId = uuidOf(50)
const callOf = (status: CallStatus, version = 1, ofCampaign: string | null = null) =>
  sampleCall({ id: uuidOf(1), status, version, campaignId: ofCampaign })
const rowOf = (call: ReturnType<typeof callOf>, before?: PlacedRow['before']): PlacedRow => ({
  callId: call.id,
  version: call.version,
  seq: BigInt(call.version),
  call,
  ...(before && { before }),
})
const ready = placeOf(callOf('ready'))
const missed = placeOf(callOf('missed'))

describe('a narrowed subscriber', () => {
  const cases: [name: string, row: PlacedRow, only: FeedScope, isTold: boolean][] = [
    ['is told what is in its tab', rowOf(callOf('ringing'), [missed]), { tab: 'ready' }, true],
    ['is told what left its tab', rowOf(callOf('completed'), [ready]), { tab: 'ready' }, true],
    ['is told what was canceled', rowOf(callOf('canceled'), [ready]), { tab: 'ready' }, true],
    ['is told what may have left', rowOf(callOf('completed')), { tab: 'ready' }, true],
    ['is told what passed by', rowOf(callOf('completed'), [missed, ready]), { tab: 'ready' }, true],
    ['hears nothing of other tabs', rowOf(callOf('ready'), [missed]), { tab: 'completed' }, false],
    ['is told of its call', rowOf(callOf('ready'), [ready]), { callId: uuidOf(1) }, true],
    ['hears nothing of other calls', rowOf(callOf('ready')), { callId: uuidOf(2) }, false],
    ['is told of its campaign', rowOf(callOf('ready', 1, campaignId)), { campaignId }, true],
    [
      'is told what left its campaign',
      rowOf(callOf('ready'), [{ tab: 'ready', campaignId }]),
      { campaignId },
      true,
    ],
    ['hears nothing of other campaigns', rowOf(callOf('ready'), [ready]), { campaignId }, false],
    [
      'wants both tab and campaign',
      rowOf(callOf('completed', 1, campaignId), [{ tab: 'missed', campaignId }]),
      { campaignId, tab: 'ready' },
      false,
    ],
    [
      'is told of what was deleted',
      { ...rowOf(callOf('ready')), call: null },
      { campaignId },
      true,
    ],
  ]
  it.each(cases)('%s', (_, row, only, isTold) => {
    expect(isInView(row, viewOf({ only }))).toBe(isTold)
    expect(isInView(row, everything)).toBe(true)
  })

  it('shares one item with all of the same view', () => {
    const batch: FeedBatch = {
      epoch: uuidOf(0),
      from: 0n,
      to: 1n,
      rows: [rowOf(callOf('ready'), [missed])],
      counts: { ready: 1, missed: 0, completed: 0 },
      sentAt: '2026-11-20T17:30:00.000Z',
    }
    const item = itemOf(batch, 0n, viewOf({ only: { tab: 'completed' } }))
    expect(item.message).toMatchObject({ calls: [], counts: { ready: 1 } })
    expect(itemOf(batch, 0n, viewOf({ only: { tab: 'completed' } }))).toBe(item)
    expect(itemOf(batch, 0n, everything)).not.toBe(item)
  })
})

it('misses no entering and no leaving, however readings split and merge a life', () => {
  // A life of one call; a cut after some of its changes is where a reading ended.
  const life = fc.array(
    fc.record({ status: fc.constantFrom(...callStatuses), isRead: fc.boolean() }),
    {
      minLength: 1,
    },
  )
  fc.assert(
    fc.property(life, fc.constantFrom(...callTabs), fc.nat(3), (changes, tab, mergeEvery) => {
      const memory = createPlaceMemory(10)
      const view = viewOf({ only: { tab } })
      let held: FeedBatch | null = null
      let from = 0n
      let count = 0
      changes.forEach(({ status, isRead }, index) => {
        const isLast = index === changes.length - 1
        if (!isRead && !isLast) return
        const to = BigInt(index + 1)
        const rows = memory.follow([rowOf(callOf(status, index + 1))])
        const batch: FeedBatch = {
          epoch: uuidOf(0),
          from,
          to,
          rows,
          sentAt: '',
          counts: { ready: 0, missed: 0, completed: 0 },
        }
        from = to
        held = held === null ? batch : mergeBatches(held, batch, { maxRows: 10, maxBytes: 100_000 })
        count += 1
        if (count % (mergeEvery + 1) !== 0 && !isLast) return
        // Whoever read the list anywhere within the batch, or at its start, may show the row.
        const states = [...changes.slice(Number(held.from === 0n ? 0n : held.from - 1n), index + 1)]
        const wasInTab = states.some((each) => placeOf(callOf(each.status)).tab === tab)
        const { message } = itemOf(held, held.from, view)
        const isTold = message.type === 'changes' && message.calls.length > 0
        if (wasInTab) expect(isTold).toBe(true)
        held = null
      })
    }),
  )
})
