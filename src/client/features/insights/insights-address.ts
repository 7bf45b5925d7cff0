import { periodPresets, trendSteps } from '../../../server/domain/insights-choices.ts'
import { addressOf, localDate, oneOf } from '../../lib/address.ts'

/** Reads what the address of the insights holds. Dates of one's own win over a preset. */
export const readInsightsAddress = addressOf({
  period: oneOf(periodPresets),
  from: localDate,
  to: localDate,
  by: oneOf(trendSteps),
  view: oneOf(['tables']),
})
export type InsightsAddress = ReturnType<typeof readInsightsAddress>
