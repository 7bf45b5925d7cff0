import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  drawnRows,
  type Place,
  scrolledTo,
  topPlace,
} from '../../../src/client/features/calls/drawn-rows.ts'

it('draws every row in sight wherever one scrolls, by wheel or by keys', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 0, max: 300 }),
      fc.array(fc.oneof(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -300, max: 300 }))),
      (fitting, count, moves) => {
        let place: Place = topPlace
        let row = 0
        for (const by of moves) {
          row = Math.min(Math.max(0, row + by), Math.max(0, count - fitting + 1))
          place = scrolledTo(row, place)
          const { from, to } = drawnRows(place, { count, fitting })
          expect(from).toBeLessThanOrEqual(Math.min(row, Math.max(0, count - 1)))
          expect(to).toBeGreaterThanOrEqual(Math.min(count, row + fitting))
          expect(to - from).toBeLessThanOrEqual(fitting + 9)
        }
      },
    ),
  )
})

it('draws nothing ahead before one scrolls, and half of it in the first turn', () => {
  const list = { count: 100, fitting: 10 }
  expect(drawnRows(topPlace, list)).toEqual({ from: 0, to: 10 })
  const begun = scrolledTo(1, topPlace)
  expect(drawnRows(begun, list)).toEqual({ from: 0, to: 14 })
  expect(drawnRows(scrolledTo(5, begun), list)).toEqual({ from: 3, to: 20 })
  expect(drawnRows(scrolledTo(2, scrolledTo(9, begun)), list)).toEqual({ from: 0, to: 14 })
})

it('stays where it is within a step', () => {
  const place = scrolledTo(5, scrolledTo(1, topPlace))
  expect(scrolledTo(7, place)).toBe(place)
  expect(scrolledTo(8, place)).not.toBe(place)
})

it('draws what is left of a list that has become shorter', () => {
  const place = scrolledTo(80, scrolledTo(1, topPlace))
  expect(drawnRows(place, { count: 30, fitting: 10 })).toEqual({ from: 19, to: 30 })
})
