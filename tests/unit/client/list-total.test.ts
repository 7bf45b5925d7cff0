import { expect, it } from 'vitest'
import { listTotal } from '../../../src/client/features/calls/list-total.ts'

type Input = Parameters<typeof listTotal>[0]
const someOfMany: Input = {
  loaded: 50,
  hasMore: true,
  filter: {},
  sight: 'all',
  tabCount: 130,
}

const rows: [name: string, input: Input, total: number | null][] = [
  ['what the tab holds', someOfMany, 130],
  ['what is loaded, once that is all', { ...someOfMany, hasMore: false }, 50],
  ['never less than what is loaded', { ...someOfMany, tabCount: 40 }, 50],
  ['not known before it was counted', { ...someOfMany, tabCount: undefined }, null],
  ['not known under a filter', { ...someOfMany, filter: { search: 'Rau' } }, null],
  ['what is loaded under a filter', { ...someOfMany, filter: { tag: 'x' }, hasMore: false }, 50],
  ['not known to who sees demo calls only', { ...someOfMany, sight: 'demo' }, null],
]

it.each(rows)('tells how long a list is: %s', (_, input, total) => {
  expect(listTotal(input)).toBe(total)
})
