import { expect, it } from 'vitest'
import { keptViewsKeys } from '../../../src/client/features/calls/columns/kept-views.ts'

const of = (id: string, role: 'agent' | 'presenter') =>
  keptViewsKeys({ id: 'o', user: { id, role } })

it('leaves the views of a browser to each of its people, once', () => {
  const [one, other] = [of('a', 'agent'), of('b', 'agent')]
  expect(other?.list).toBe(one?.list)
  expect(one?.list).toBe('ringback.views.o')
  expect(other?.moved).not.toBe(one?.moved)
})

it('gives presenters no views in which customers may be named', () => {
  expect(of('a', 'presenter')).toBeNull()
  expect(keptViewsKeys({ id: 'o', user: null })).toBeNull()
})
