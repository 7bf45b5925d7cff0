import { expect, it } from 'vitest'
import {
  firstLiveState,
  type LiveEvent,
  type LiveStatus,
  liveStatusOf,
  nextLiveState,
} from '../../../src/client/features/calls/live-status.ts'

const heard = { type: 'heard', hasGap: false } as const
const missed = { type: 'heard', hasGap: true } as const
const lost = (atMs: number) => ({ type: 'connection_lost', atMs }) as const
const networkLost = { type: 'network_lost', atMs: 7 } as const

const rows: [name: string, events: LiveEvent[], expected: LiveStatus][] = [
  ['catching up until the feed speaks', [], { kind: 'catching_up' }],
  ['live once it does', [heard], { kind: 'live' }],
  ['stale since the connection was lost', [heard, lost(5)], { kind: 'stale', sinceMs: 5 }],
  [
    'stale since the first of several losses',
    [heard, lost(5), lost(9)],
    { kind: 'stale', sinceMs: 5 },
  ],
  ['stale when there never was a connection', [lost(3)], { kind: 'stale', sinceMs: 3 }],
  ['live again after a continued feed', [heard, lost(5), heard], { kind: 'live' }],
  ['catching up after a gap', [heard, lost(5), missed], { kind: 'catching_up' }],
  ['catching up until everything was fetched', [heard, missed, heard], { kind: 'catching_up' }],
  ['live after everything was fetched', [heard, missed, { type: 'caught_up' }], { kind: 'live' }],
  ['offline without a network', [heard, networkLost], { kind: 'offline', sinceMs: 7 }],
  [
    'still waiting when the network is back',
    [heard, networkLost, { type: 'network_back' }],
    { kind: 'stale', sinceMs: 7 },
  ],
  [
    'live when something is heard, whatever the browser says',
    [networkLost, heard],
    { kind: 'live' },
  ],
]
it.each(rows)('%s', (_, events, expected) => {
  expect(liveStatusOf(events.reduce(nextLiveState, firstLiveState))).toEqual(expected)
})
