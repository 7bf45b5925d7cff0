import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { npsScore, scoreBand } from '../../../src/server/domain/nps.ts'
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
