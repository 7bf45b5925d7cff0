import { z } from 'zod'
import { periodPresets, trendSteps } from '../../../server/domain/insights-choices.ts'

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
