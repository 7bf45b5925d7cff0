import { expect, test } from 'vitest'
import { countDelta, noCounts, type StatusMove } from '../../../src/server/domain/tab-counts.ts'

const table: { name: string; moves: StatusMove[]; expected: Partial<typeof noCounts> }[] = [
  { name: 'a call that is made', moves: [{ from: null, to: 'ready' }], expected: { ready: 1 } },
  { name: 'one that is removed', moves: [{ from: 'missed', to: null }], expected: { missed: -1 } },
  { name: 'a move within a tab', moves: [{ from: 'ready', to: 'placing' }], expected: {} },
  {
    name: 'a move to another tab',
    moves: [{ from: 'in_progress', to: 'completed' }],
    expected: { ready: -1, completed: 1 },
  },
  { name: 'out of all tabs', moves: [{ from: 'ready', to: 'canceled' }], expected: { ready: -1 } },
  {
    name: 'several at once',
    moves: [
      { from: 'missed', to: 'ready' },
      { from: 'failed', to: 'ready' },
      { from: 'ready', to: 'canceled' },
    ],
    expected: { ready: 1, missed: -2 },
  },
]

test.each(table)('$name', ({ moves, expected }) => {
  expect(countDelta(moves)).toEqual({ ...noCounts, ...expected })
})
