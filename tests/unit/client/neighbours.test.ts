import { expect, it } from 'vitest'
import { neighboursOf, placeIn } from '../../../src/client/features/calls/neighbours.ts'

it('goes by the order of the list, and stops at its ends', () => {
  const ids = ['a', 'b', 'c']
  const around = (id: string) => neighboursOf(placeIn(ids, id, null), ids)
  expect(around('b')).toEqual({ previous: 'a', next: 'c', index: 1 })
  expect(around('a')).toEqual({ previous: null, next: 'b', index: 0 })
  expect(around('c')).toEqual({ previous: 'b', next: null, index: 2 })
})

it('knows the neighbours of a call that has left the list, without those that left too', () => {
  const before = placeIn(['a', 'b', 'c', 'd'], 'b', null)
  const left = ['n', 'a', 'd']
  const place = placeIn(left, 'b', before)
  expect(neighboursOf(place, left)).toEqual({ previous: 'a', next: 'd', index: null })
  expect(neighboursOf(place, [])).toEqual({ previous: null, next: null, index: null })
})

it('knows none of a call that was never in the list', () => {
  const before = placeIn(['a', 'b'], 'b', null)
  expect(placeIn(['a', 'c'], 'z', before)).toBeNull()
  expect(neighboursOf(null, ['a', 'c'])).toEqual({ previous: null, next: null, index: null })
})
