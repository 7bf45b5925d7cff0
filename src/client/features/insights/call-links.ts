import type { scoreFilters } from '../../../server/domain/call-filter-choices.ts'
import { nobody } from '../../../server/domain/call-filter-choices.ts'
import type { CallOutcome } from '../../../server/domain/call-status.ts'
import type { Period } from '../../../server/domain/insights-period.ts'
import type { TrendPoint } from '../../../server/domain/insights-trend.ts'

type Score = (typeof scoreFilters)[number]
export type GroupKind = 'advisor' | 'service' | 'make'

// Each answers what the address of the calls page holds when it lists exactly the calls of a figure.

const ofPeriod = ({ from, to }: Period) => ({ from, to, demo: 'no' as const })

export const completedCalls = (period: Period) => ({
  tab: 'completed' as const,
  ...ofPeriod(period),
})

/** Those that were answered and those that were not: what reach is counted of. */
export const endedCalls = (period: Period) => ({
  tab: 'completed' as const,
  status: 'ended' as const,
  ...ofPeriod(period),
})

export const sampleCalls = (period: Period) => ({
  ...endedCalls(period),
  sample: 'only' as const,
})

export const answeredCalls = (period: Period, score: Score = 'any') => ({
  ...completedCalls(period),
  score,
})

/**
 * The answers of a stretch of the trend; where there are none, those of the stretch before, which are
 * all that is drawn there. Null where nothing is.
 */
export const answersOfStretch = ({ from, to, previous, current, before }: TrendPoint) => {
  if (current.n > 0) return answeredCalls({ from, to })
  return before.n > 0 ? answeredCalls(previous) : null
}

export const callsOfGroup = (
  period: Period,
  { kind, key, score }: { kind: GroupKind; key: string | null; score?: Score },
) => ({
  ...answeredCalls(period, score),
  // The make that is not known is an empty one; visits without an advisor have none.
  [kind]: key ?? (kind === 'make' ? '' : nobody),
})

export const praisingCalls = (period: Period, praised: string) => ({
  ...completedCalls(period),
  praised,
})

export const blamingCalls = (period: Period, blamed: string) => ({
  ...completedCalls(period),
  blamed,
})

/** Without an outcome, all in which nobody was spoken to. */
export const missedCalls = (
  period: Period,
  { outcome, next }: { outcome?: CallOutcome | null; next?: 'yes' } = {},
) => ({
  tab: 'missed' as const,
  ...ofPeriod(period),
  outcome: outcome === null ? nobody : outcome,
  next,
})

/** Whatever became of them since. */
export const firstTriedCalls = ({ from, to }: Period, triedHour?: number) => ({
  tab: 'completed' as const,
  status: 'any' as const,
  demo: 'no' as const,
  triedFrom: from,
  triedTo: to,
  triedHour,
})

export const answeredAtFirstTry = ({ from, to }: Period, triedHour?: number) => ({
  tab: 'completed' as const,
  tries: 1,
  demo: 'no' as const,
  triedFrom: from,
  triedTo: to,
  triedHour,
})
