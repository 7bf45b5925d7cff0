import { describe, expect, it } from 'vitest'
import { createSelection } from '../../../src/client/features/calls/bulk/selection.ts'
import {
  chosen,
  moved,
  readColumnChoice,
  resized,
  toggled,
  usualColumns,
} from '../../../src/client/features/calls/columns/column-choice.ts'
import { quickFiltersOf } from '../../../src/client/features/calls/quick-filters.ts'
import { sampleCall } from '../../support/sample-call.ts'

const columns = ['customer', 'vehicle', 'phone', 'time', 'actions'].map((id) => ({
  id,
  width: 8,
}))
const ids = columns.map(({ id }) => id)
const idsWith = (choice: typeof usualColumns) => chosen(columns, choice).map(({ id }) => id)

describe('the columns of a person', () => {
  it('are hidden and shown again, but never the name and the actions', () => {
    const hidden = toggled(toggled(usualColumns, 'phone'), 'customer')
    expect(idsWith(hidden)).toEqual(['customer', 'vehicle', 'time', 'actions'])
    expect(idsWith(toggled(hidden, 'phone'))).toEqual(ids)
  })

  it('change places between the name and the actions', () => {
    const later = moved(usualColumns, { ids, id: 'vehicle', by: 1 })
    expect(idsWith(later)).toEqual(['customer', 'phone', 'vehicle', 'time', 'actions'])
    expect(moved(usualColumns, { ids, id: 'vehicle', by: -1 })).toEqual(usualColumns)
    expect(moved(usualColumns, { ids, id: 'time', by: 1 })).toEqual(usualColumns)
  })

  it('follow in their own order where a newer version brings one', () => {
    expect(idsWith({ ...usualColumns, order: ['time', 'gone', 'phone'] })).toEqual([
      ...['customer', 'time', 'phone', 'vehicle', 'actions'],
    ])
  })

  it('are as wide as they were made, within reason', () => {
    const wide = chosen(columns, resized(usualColumns, 'phone', 12.3))
    expect(wide.map(({ width }) => width)).toEqual([8, 8, 12.25, 8, 8])
    expect(resized(usualColumns, 'phone', -5).widths).toEqual({ phone: 3 })
  })

  it.each([undefined, 'nonsense', '[]', '{"widths":{"phone":"wide"}}', '{"hidden":3}'])(
    'are the usual ones where %s is kept',
    (kept) => expect(readColumnChoice(kept)).toEqual(usualColumns),
  )
})

describe('selecting rows', () => {
  const calls = ['a', 'b', 'c', 'd'].map((id) => sampleCall({ id }))
  const shownIds = (selection: ReturnType<typeof createSelection>) =>
    selection.calls().map(({ id }) => id)

  it('takes one after the other, or all between two', () => {
    const selection = createSelection()
    selection.show(calls)
    selection.toggle('d')
    selection.extendTo('b')
    expect(shownIds(selection)).toEqual(['b', 'c', 'd'])
    selection.toggle('c')
    expect(shownIds(selection)).toEqual(['b', 'd'])
  })

  it('counts what has left the list no longer, and tells what the others have become', () => {
    const selection = createSelection()
    selection.show(calls)
    selection.selectAll()
    let told = 0
    selection.subscribe(() => {
      told += 1
    })
    const newer = sampleCall({ id: 'b', version: 9 })
    selection.show([newer])
    expect(selection.calls()).toEqual([newer])
    expect(told).toBe(1)
  })
})

it('takes a quick filter off by what it put on, and leaves the others', () => {
  const [today] = quickFiltersOf('ready', '2026-11-20')
  const on = { tag: 'vip', ...today?.on }
  expect(today?.isOn(on)).toBe(true)
  expect({ ...on, ...today?.off }).toEqual({ tag: 'vip', from: undefined, to: undefined })
  expect(today?.isOn({ from: '2026-11-20' })).toBe(false)
})
