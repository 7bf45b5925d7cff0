import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FEWEST_TO_RANK, rankGroups } from '../../../src/server/domain/rank-groups.ts'
import { randomRuns } from '../../support/random-runs.ts'

const group = (key: string | null, promoters: number, passives: number, detractors: number) => ({
  key,
  name: key,
  promoters,
  passives,
  detractors,
})

it('ranks the best score first, lets equal ones share a place and leaves small groups out', () => {
  const groups = rankGroups([
    group('Ana', 5, 3, 2),
    group('Bo', 3, 0, 0),
    group('Cy', 10, 0, 0),
    group(null, 50, 0, 0),
    group('Di', 6, 12, 0),
    group('Ed', 50, 25, 25),
  ])
  expect(groups.map(({ name, rank }) => [name, rank])).toEqual([
    ['Cy', 1],
    ['Di', 2],
    ['Ana', 3],
    ['Ed', 4],
    ['Bo', null],
    [null, null],
  ])
  const [first, second] = rankGroups([group('Few', 5, 0, 5), group('Many', 50, 0, 50)])
  expect([first?.name, first?.rank, second?.name, second?.rank]).toEqual(['Many', 1, 'Few', 1])
})

it('puts groups whose names read the same in one order, however they were counted', () => {
  // One accent is a letter of its own, the other one is laid over the letter before it.
  const counted = [group('Jos\u00e9', 5, 3, 2), group('Jose\u0301', 5, 3, 2)]
  const few = counted.map((each) => ({ ...each, key: `${each.key} few`, promoters: 0 }))
  const all = [...counted, ...few]
  expect(rankGroups(all)).toEqual(rankGroups(all.toReversed()))
})

it('keeps every answer, and gives a place from so many answers on', () => {
  const counts = fc.nat({ max: 12 })
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, counts, counts), { maxLength: 30 }), (all) => {
      const groups = rankGroups(all.map((bands, at) => group(`${at}`, ...bands)))
      const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
      expect(sum(groups.map(({ nps }) => nps.n))).toBe(sum(all.map(sum)))
      for (const { rank, nps } of groups) expect(rank !== null).toBe(nps.n >= FEWEST_TO_RANK)
      const scores = groups.flatMap(({ rank, nps }) => (rank === null ? [] : (nps.score ?? 0)))
      expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    }),
    randomRuns(60),
  )
})
