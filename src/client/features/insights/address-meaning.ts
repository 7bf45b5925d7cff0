import type { PeriodPreset, TrendStep } from '../../../server/domain/insights-choices.ts'
import { daysIn, type Period, periodOf } from '../../../server/domain/insights-period.ts'
import type { InsightsAddress } from './insights-address.ts'

const usualPreset: PeriodPreset = '30d'

/** The period that an address means on a day, and the preset that it is, if any. */
export function periodOfAddress(
  { period, from, to }: InsightsAddress,
  today: string,
): { period: Period; preset: PeriodPreset | null } {
  if (from !== undefined && to !== undefined) return { period: { from, to }, preset: null }
  const preset = period ?? usualPreset
  return { period: periodOf(preset, today), preset }
}

/** Some ten points, unless the address asks for others. */
export function stepOfAddress({ by }: InsightsAddress, period: Period): TrendStep {
  if (by !== undefined) return by
  const days = daysIn(period)
  if (days <= 14) return 'day'
  return days <= 100 ? 'week' : 'month'
}
