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

/** How many answers fell into each band. */
export type BandCounts = Pick<NpsSummary, 'promoters' | 'passives' | 'detractors'>

export const noAnswers: BandCounts = { promoters: 0, passives: 0, detractors: 0 }

export const addCounts = (a: BandCounts, b: BandCounts): BandCounts => ({
  promoters: a.promoters + b.promoters,
  passives: a.passives + b.passives,
  detractors: a.detractors + b.detractors,
})

/** `npsOf` the answers themselves. */
export function npsScore(scores: readonly number[]): NpsSummary {
  const count = { promoter: 0, passive: 0, detractor: 0 }
  for (const score of scores) count[scoreBand(score)] += 1
  return npsOf({
    promoters: count.promoter,
    passives: count.passive,
    detractors: count.detractor,
  })
}

/**
 * Net Promoter Score: 100 × (promoters − detractors) / answers.
 *
 * The interval is the adjusted Wald one of B. Rocks, "Interval Estimation for the Net Promoter
 * Score" (The American Statistician 70, 2016), which stays honest for a handful of answers: it
 * counts three answers more, 3/4 of one a promoter, 3/4 a detractor and 3/2 passive. It is cut at
 * ±100 and widened to hold the score itself, which it may miss when there is a single answer.
 */
export function npsOf({ promoters, passives, detractors }: BandCounts): NpsSummary {
  const n = promoters + passives + detractors
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

/** A difference, and where the true one lies with 95 % confidence. */
export type NpsChange = {
  difference: number
  interval95: { low: number; high: number }
  /** False while chance alone may have made the difference, or answers that are not counted. */
  isClear: boolean
  /** Only because of answers that are not counted it is not clear: chance would not explain it. */
  isHiddenByUncounted: boolean
}

/**
 * What changed between two sets of answers that have none in common; null where one has none. Its
 * interval is made of theirs as by G. Y. Zou and A. Donner, "Construction of confidence limits
 * about effect measures" (Statistics in Medicine 27, 2008).
 */
export function npsChange(before: NpsSummary, after: NpsSummary): NpsChange | null {
  const [b, a] = [before.interval95, after.interval95]
  if (b === null || a === null || before.score === null || after.score === null) return null
  const difference = after.score - before.score
  const low = difference - Math.hypot(after.score - a.low, b.high - before.score)
  const high = difference + Math.hypot(a.high - after.score, before.score - b.low)
  return {
    difference: oneDecimal(difference),
    interval95: { low: oneDecimal(low), high: oneDecimal(high) },
    isClear: low > 0 || high < 0,
    isHiddenByUncounted: false,
  }
}

/**
 * As `npsChange` of the answers that are counted, while others are known that are not: it is clear
 * only where it would be so with them, too.
 */
export function npsChangeDespite(
  before: NpsSummary,
  after: NpsSummary,
  uncounted: { before: BandCounts; after: BandCounts },
): NpsChange | null {
  const change = npsChange(before, after)
  if (change === null || !change.isClear) return change
  const whole = npsChange(
    npsOf(addCounts(before, uncounted.before)),
    npsOf(addCounts(after, uncounted.after)),
  )
  const isSameWay = Math.sign(whole?.difference ?? 0) === Math.sign(change.difference)
  const isClear = isSameWay && whole?.isClear === true
  return { ...change, isClear, isHiddenByUncounted: !isClear }
}

/** A share of `n` in percent, with where the true one lies; nulls where `n` is 0. */
export type Share = {
  count: number
  n: number
  percent: number | null
  interval95: { low: number; high: number } | null
}

/**
 * The interval is the score interval of E. B. Wilson, "Probable Inference, the Law of Succession,
 * and Statistical Inference" (Journal of the American Statistical Association 22, 1927); with a
 * higher `z` than that of 95 % it is wider.
 */
export function shareOf(count: number, n: number, z = Z_95): Share {
  if (n === 0) return { count, n, percent: null, interval95: null }
  const p = count / n
  const z2 = z ** 2
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n)
  const margin = (z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  return {
    count,
    n,
    percent: percent(p),
    interval95: {
      low: percent(Math.max(0, Math.min(p, centre - margin))),
      high: percent(Math.min(1, Math.max(p, centre + margin))),
    },
  }
}

// Rounded away from zero at the half, so that a score and its mirror image stay mirror images.
const percent = (share: number) => oneDecimal(share * 100)
const oneDecimal = (value: number) => (Math.sign(value) * Math.round(Math.abs(value) * 10)) / 10 + 0
