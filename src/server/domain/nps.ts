export type ScoreBand = 'promoter' | 'passive' | 'detractor'

/** The band of one answer from 0 to 10: 9 and 10 promote, 7 and 8 are passive, the rest detract. */
export function scoreBand(npsScore: number): ScoreBand {
  if (npsScore >= 9) return 'promoter'
  return npsScore >= 7 ? 'passive' : 'detractor'
}

export type NpsSummary = {
  /** -100 to 100, to one decimal; null without answers. */
  score: number | null
  promoters: number
  passives: number
  detractors: number
  n: number
  /** Where the score of all customers lies, with 95 % confidence; null without answers. */
  interval95: { low: number; high: number } | null
}

const Z_95 = 1.959964

/**
 * Net Promoter Score: 100 × (promoters − detractors) / answers.
 *
 * The interval is the adjusted Wald one of B. Rocks, "Interval Estimation for the Net Promoter
 * Score" (The American Statistician 70, 2016), which stays honest for a handful of answers: it
 * counts three answers more, 3/4 of one a promoter, 3/4 a detractor and 3/2 passive. It is cut at
 * ±100 and widened to hold the score itself, which it may miss when there is a single answer.
 */
export function npsScore(scores: readonly number[]): NpsSummary {
  const count = { promoter: 0, passive: 0, detractor: 0 }
  for (const score of scores) count[scoreBand(score)] += 1
  const { promoter: promoters, passive: passives, detractor: detractors } = count
  const n = scores.length
  const counts = { promoters, passives, detractors, n }
  if (n === 0) return { score: null, ...counts, interval95: null }

  const exact = (promoters - detractors) / n
  const p = (promoters + 0.75) / (n + 3)
  const d = (detractors + 0.75) / (n + 3)
  const margin = Z_95 * Math.sqrt((p + d - (p - d) ** 2) / (n + 3))
  const low = Math.max(-1, Math.min(p - d - margin, exact))
  const high = Math.min(1, Math.max(p - d + margin, exact))
  return {
    score: percent(exact),
    ...counts,
    interval95: { low: percent(low), high: percent(high) },
  }
}

// Rounded away from zero at the half, so that a score and its mirror image stay mirror images.
const percent = (share: number) => (Math.sign(share) * Math.round(Math.abs(share) * 1000)) / 10 + 0
