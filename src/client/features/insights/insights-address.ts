import { z } from 'zod'
import {
  daysIn,
  type Period,
  type PeriodPreset,
  periodOf,
  periodPresets,
  type TrendStep,
  trendSteps,
} from '../../../server/domain/insights-period.ts'

const localDate = z.iso.date().optional().catch(undefined)

/** What the address of the insights holds. Dates of one's own win over a preset. */
export const insightsAddressSchema = z.object({
  period: z.enum(periodPresets).optional().catch(undefined),
  from: localDate,
  to: localDate,
  by: z.enum(trendSteps).optional().catch(undefined),
  view: z.literal('tables').optional().catch(undefined),
})
export type InsightsAddress = z.output<typeof insightsAddressSchema>

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
