import { describe, expect, it } from 'vitest'
import { filterKeys, readCallsAddress } from '../../../src/client/features/calls/calls-address.ts'
import { usualColumns } from '../../../src/client/features/calls/columns/column-choice.ts'
import {
  addressOfView,
  readKeptViews,
  viewOf,
  viewsByTab,
  viewsToMove,
  withoutView,
  withView,
} from '../../../src/client/features/calls/columns/saved-views.ts'
import { savedViewSchema } from '../../../src/server/domain/saved-view.schema.ts'

const id = '0193c0de-0000-7000-8000-000000000001'
const view = { tab: 'ready' as const, name: 'Today', address: { tag: 'vip' }, columns: undefined }
const inMissed = { ...view, tab: 'missed' as const }

/** Every part that an address has. */
const whole = readCallsAddress({
  ...{ tab: 'completed', q: 'Ana', advisor: id, service: 'Brakes', make: '', praised: 'Speed' },
  ...{ blamed: 'Price', tag: 'vip', score: 'any', status: 'ended', outcome: 'none', next: 'no' },
  ...{ held: 'yes', tries: 3, demo: 'no', sample: 'only', campaign: id, from: '2026-11-01' },
  ...{ to: '2026-11-30', triedFrom: '2026-11-02', triedTo: '2026-11-03', triedHour: 9 },
  ...{ sort: 'npsScore.desc', call: id },
})

describe('saved views', () => {
  it('hold every part of an address but the open call, and the server takes them all', () => {
    expect(filterKeys.filter((key) => whole[key] === undefined)).toEqual([])
    const saved = savedViewSchema.parse(viewOf(whole, { name: 'All', columns: usualColumns }))
    const { call, ...rest } = whole
    expect(addressOfView(saved)).toEqual(rest)
    expect(saved.columns).toEqual(usualColumns)
  })

  it('are of the first tab where the address names none', () => {
    expect(viewOf({ tag: 'vip' }, view)).toEqual(view)
  })

  it('stay in their place when they are saved anew, one of each name in each tab', () => {
    const newer = { ...view, address: {} }
    expect(withView([view, inMissed], newer)).toEqual([newer, inMissed])
    expect(withView([view], inMissed)).toEqual([view, inMissed])
    expect(withoutView([view, inMissed], view)).toEqual([inMissed])
  })

  it('stand under their tabs', () => {
    expect(viewsByTab([inMissed, view])).toEqual([
      { tab: 'ready', views: [view] },
      { tab: 'missed', views: [inMissed] },
    ])
  })
})

describe('views that a browser has kept', () => {
  const keep = (...views: unknown[]) => JSON.stringify(views)

  it('are read as far as they can be', () => {
    const columns = { hidden: ['phone'], order: ['time'], widths: { time: 900 } }
    const kept = { name: 'Today', address: { tag: 'vip', mood: 'bad', status: 'lost' }, columns }
    expect(readKeptViews(keep(kept, { ...kept, columns: 3 }))).toEqual([
      { ...view, columns: { ...columns, widths: {} } },
      view,
    ])
  })

  it.each([null, 'nonsense', '{}', '[{"name":""}, 3, {"name":"x"}]'])(
    'are none where %s is kept',
    (kept) => expect(readKeptViews(kept)).toEqual([]),
  )

  it('are moved once, whatever order their parts were kept in', () => {
    const there = { ...view, address: { sort: 'dueAt.asc' as const, tag: 'vip' } }
    const same = { ...view, address: { tag: 'vip', sort: 'dueAt.asc' as const } }
    expect(viewsToMove([same, inMissed], [there])).toEqual([inMissed])
    expect(viewsToMove([same], [])).toEqual([same])
  })

  it('get a name of their own where another view has theirs', () => {
    const other = { ...view, address: {} }
    const third = { ...view, address: { tag: 'fleet' } }
    expect(viewsToMove([view, third], [other])).toEqual([
      { ...view, name: 'Today (2)' },
      { ...third, name: 'Today (3)' },
    ])
    const long = { ...view, name: 'x'.repeat(40) }
    const [moved] = viewsToMove([{ ...long, address: {} }], [long])
    expect(moved?.name).toBe(`${'x'.repeat(36)} (2)`)
  })

  it.each(['Today', 'x'.repeat(40)])('are all there after a move of %s, however often', (name) => {
    const columns = { hidden: ['phone'], order: [], widths: { time: 9, advisor: 5 } }
    const reordered = { widths: { advisor: 5, time: 9 }, order: [], hidden: ['phone'] }
    const there = [{ ...view, name, address: {} }]
    const kept = [
      { ...view, name, columns },
      { ...view, name, columns: { ...columns, order: ['time'] } },
    ]
    const first = viewsToMove(kept, there)
    expect(first.map(({ columns }) => columns?.order)).toEqual([[], ['time']])
    const answered = first.slice(0, 1).map((each) => ({ ...each, columns: reordered }))
    expect(viewsToMove(kept, [...there, ...answered])).toEqual(first.slice(1))
    expect(viewsToMove(kept, [...there, ...first])).toEqual([])
  })
})
