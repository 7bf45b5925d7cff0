import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Largest } from '../../../src/server/domain/largest.ts'
import { randomRuns } from '../../support/random-runs.ts'

it('keeps what sorting all of them would put first', () => {
  const keys = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(Infinity)))
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 6 }), (keys, count) => {
      const items = keys.map((key, place) => ({ key, place }))
      const largest = new Largest<(typeof items)[number]>(count)
      for (const item of items) largest.offer(item, item.key)
      const sorted = [...items].sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? 1 : -1))
      expect(largest.take()).toEqual(sorted.slice(0, count))
    }),
    randomRuns(300),
  )
})
