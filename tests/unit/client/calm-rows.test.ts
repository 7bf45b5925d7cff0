import fc from 'fast-check'
import { expect, it } from 'vitest'
import { calmRows } from '../../../src/client/features/calls/calm-rows.ts'
import type { Call } from '../../../src/server/domain/call.schema.ts'
import { sampleCall, uuidOf } from '../../support/sample-call.ts'

const call = (id: number, over: Partial<Call> = {}) => sampleCall({ id: uuidOf(id), ...over })
const list = (...ids: number[]) => ids.map((id) => call(id))
const idsOf = (rows: readonly Call[]) => rows.map(({ id }) => Number(id.slice(-4)))
const gone = () => undefined

const cases: [
  name: string,
  input: { shown: Call[] | null; live: Call[]; isHeld: boolean; staysPut?: boolean },
  rows: number[],
  newCount: number,
][] = [
  ['shows a list as it is at first', { shown: null, live: list(1, 2), isHeld: true }, [1, 2], 0],
  ['follows while nobody holds it', { shown: list(2), live: list(1, 2), isHeld: false }, [1, 2], 0],
  [
    'keeps new calls outside',
    { shown: list(2, 3), live: list(1, 2, 4, 3), isHeld: true },
    [2, 3],
    2,
  ],
  [
    'lets further pages in',
    { shown: list(1, 2), live: list(1, 2, 3, 4), isHeld: true },
    [1, 2, 3, 4],
    0,
  ],
  ['keeps places', { shown: list(1, 2, 3), live: list(3, 1, 2), isHeld: true }, [1, 2, 3], 0],
  ['lets go what left', { shown: list(1, 2), live: list(2), isHeld: true }, [2], 0],
  ['shows all once all have left', { shown: list(1), live: list(2, 3), isHeld: true }, [2, 3], 0],
]
it.each(cases)('%s', (_, input, rows, newCount) => {
  const calm = calmRows({ staysPut: false, newest: gone, ...input })
  expect({ rows: idsOf(calm.rows), newCount: calm.newCount }).toEqual({ rows, newCount })
})

it('shows at once what a held call has become, also when it left the list', () => {
  const shown = list(1, 2, 3)
  const { rows } = calmRows({
    shown,
    live: [call(1, { notes: 'Changed' }), call(3)],
    isHeld: true,
    staysPut: true,
    newest: (id) => (id === uuidOf(2) ? call(2, { status: 'completed' }) : undefined),
  })
  expect(rows.map(({ status, notes }) => [status, notes])).toEqual([
    ['ready', 'Changed'],
    ['completed', shown[1]?.notes],
    ['ready', shown[2]?.notes],
  ])
})

it('lets nothing move, be lost or be there twice, whatever comes', () => {
  const some = fc.uniqueArray(fc.integer({ min: 1, max: 12 }))
  fc.assert(
    fc.property(some, some, fc.boolean(), (shownIds, liveIds, staysPut) => {
      const shown = list(...shownIds)
      const live = list(...liveIds)
      const newest = (id: string) => shown.find((one) => one.id === id)
      const { rows, newCount } = calmRows({ shown, live, isHeld: true, staysPut, newest })
      const ids = idsOf(rows)
      expect(new Set(ids).size).toBe(ids.length)
      const stayed = shownIds.filter((id) => staysPut || liveIds.includes(id))
      expect(ids.slice(0, stayed.length)).toEqual(stayed)
      const isShown = (id: number) => ids.includes(id)
      expect(liveIds.filter((id) => !isShown(id)).length).toBe(newCount)
    }),
  )
})
