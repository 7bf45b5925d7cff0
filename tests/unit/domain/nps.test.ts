import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BandCounts,
  noAnswers,
  npsChange,
  npsChangeDespite,
  npsOf,
  npsScore,
  scoreBand,
  shareOf,
} from '../../../src/server/domain/nps.ts'
import { randomRuns } from '../../support/random-runs.ts'

const anyScores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 200 })

describe('the score band', () => {
  it.each([
    [0, 'detractor'],
    [6, 'detractor'],
    [7, 'passive'],
    [8, 'passive'],
    [9, 'promoter'],
    [10, 'promoter'],
  ])('of %i is %s', (score, band) => {
    expect(scoreBand(score)).toBe(band)
  })
})

describe('the Net Promoter Score', () => {
  it('is the share of promoters less that of detractors', () => {
    expect(npsScore([10, 9, 8, 7, 6, 0, 10, 10])).toMatchObject({
      score: 25,
      promoters: 4,
      passives: 2,
      detractors: 2,
      n: 8,
    })
  })

  it('has an interval worked out by hand', () => {
    // p = 60.75 / 103, d = 15.75 / 103, so that p − d = 0.436893 and the margin is 0.143462.
    const scores = [...Array(60).fill(10), ...Array(25).fill(8), ...Array(15).fill(3)]
    expect(npsScore(scores)).toMatchObject({ score: 45, interval95: { low: 29.3, high: 58 } })
  })

  it('says nothing without answers', () => {
    expect(npsScore([])).toMatchObject({ score: null, n: 0, interval95: null })
  })

  it('lies within its interval, which lies within ±100', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const { score, interval95, n, promoters, passives, detractors } = npsScore(scores)
        expect(promoters + passives + detractors).toBe(n)
        if (score === null || interval95 === null) throw new Error('answers give a score')
        expect(interval95.low).toBeGreaterThanOrEqual(-100)
        expect(interval95.low).toBeLessThanOrEqual(score)
        expect(interval95.high).toBeGreaterThanOrEqual(score)
        expect(interval95.high).toBeLessThanOrEqual(100)
      }),
      randomRuns(300),
    )
  })

  it('changes its sign when promoters and detractors change places', () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        const mirrored = scores.map((score) => {
          const band = scoreBand(score)
          if (band === 'passive') return score
          return band === 'promoter' ? 0 : 10
        })
        expect(npsScore(mirrored).score).toBe(0 - (npsScore(scores).score ?? 0))
      }),
      randomRuns(300),
    )
  })
})

const counts = fc.record({
  promoters: fc.nat({ max: 80 }),
  passives: fc.nat({ max: 80 }),
  detractors: fc.nat({ max: 80 }),
})

describe('a change of the score', () => {
  it('has an interval worked out by hand', () => {
    // 45 (29.3 to 58) after 20 (3.8 to 35.1): 25 − √(15.7² + 15.1²) and 25 + √(13² + 16.2²).
    const before = npsOf({ promoters: 45, passives: 30, detractors: 25 })
    const after = npsOf({ promoters: 60, passives: 25, detractors: 15 })
    expect(before).toMatchObject({ score: 20, interval95: { low: 3.8, high: 35.1 } })
    expect(npsChange(before, after)).toEqual({
      difference: 25,
      interval95: { low: 3.2, high: 45.8 },
      isClear: true,
      isHiddenByUncounted: false,
    })
  })

  it('is none without answers on either side', () => {
    const some = npsOf({ promoters: 1, passives: 0, detractors: 0 })
    expect(npsChange(npsScore([]), some)).toBeNull()
    expect(npsChange(some, npsScore([]))).toBeNull()
  })

  it('is clear only where it would be with answers that are not counted, too', () => {
    const before = npsOf({ promoters: 20, passives: 10, detractors: 30 })
    const after = npsOf({ promoters: 50, passives: 10, detractors: 10 })
    const clear = npsChange(before, after)
    expect(clear).toMatchObject({ isClear: true })
    const promoted = { ...noAnswers, promoters: 100 }
    const despite = (uncounted: { before: BandCounts; after: BandCounts }) =>
      npsChangeDespite(before, after, uncounted)
    expect(despite({ before: noAnswers, after: noAnswers })).toEqual(clear)
    expect(despite({ before: { ...noAnswers, detractors: 5 }, after: promoted })).toEqual(clear)
    const hidden = { ...clear, isClear: false, isHiddenByUncounted: true }
    expect(despite({ before: promoted, after: noAnswers })).toEqual(hidden)
    // A clear fall, had all been counted, is no clear rise.
    const fallen = {
      before: { ...noAnswers, promoters: 900 },
      after: { ...noAnswers, detractors: 900 },
    }
    expect(despite(fallen)).toEqual(hidden)
    expect(npsChangeDespite(npsOf(noAnswers), after, fallen)).toBeNull()
  })

  it('is its own opposite backwards, and holds the difference', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const [there, back] = [npsChange(npsOf(a), npsOf(b)), npsChange(npsOf(b), npsOf(a))]
        if (there === null || back === null) return
        expect(back.difference).toBe(0 - there.difference)
        expect(back.interval95.low).toBe(0 - there.interval95.high)
        expect(there.interval95.low).toBeLessThanOrEqual(there.difference)
        expect(there.interval95.high).toBeGreaterThanOrEqual(there.difference)
      }),
      randomRuns(300),
    )
  })
})

describe('a share', () => {
  it.each([
    // Worked out by hand; the first as in Wilson's own way of a coin that fell on one side only.
    [0, 10, 0, 0, 27.8],
    [10, 10, 100, 72.2, 100],
    [5, 10, 50, 23.7, 76.3],
    [80, 100, 80, 71.1, 86.7],
  ])('of %i in %i is %f, between %f and %f', (count, n, percent, low, high) => {
    expect(shareOf(count, n)).toEqual({ count, n, percent, interval95: { low, high } })
  })

  it('of nothing is not known', () => {
    expect(shareOf(0, 0)).toMatchObject({ percent: null, interval95: null })
  })
})

describe('the interval, over many customers', () => {
  // A fixed generator: chance decides nothing about whether the test passes.
  it.each([
    [0.6, 0.25, 12],
    [0.45, 0.3, 40],
    [0.8, 0.15, 25],
  ])('of %f promoters and %f passives among %i asked holds the true score', (p, q, n) => {
    const truth = 100 * (p - (1 - p - q))
    let state = 7
    const next = () => {
      state = (state * 48_271) % 2_147_483_647
      return state / 2_147_483_647
    }
    const rounds = 4000
    let held = 0
    for (let round = 0; round < rounds; round++) {
      const asked = { promoters: 0, passives: 0, detractors: 0 }
      for (let i = 0; i < n; i++) {
        const at = next()
        asked[at < p ? 'promoters' : at < p + q ? 'passives' : 'detractors'] += 1
      }
      const { interval95 } = npsOf(asked)
      if (interval95 && interval95.low <= truth && truth <= interval95.high) held++
    }
    expect(held / rounds).toBeGreaterThan(0.93)
    expect(held / rounds).toBeLessThan(0.985)
  })
})
