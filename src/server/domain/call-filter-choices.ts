import { callOutcomes, callStatuses } from './call-status.ts'

export const scoreBands = ['promoter', 'passive', 'detractor'] as const
/** `any`: whatever the score, as long as there is one. */
export const scoreFilters = [...scoreBands, 'any'] as const
/** Beyond those of the tab: `ended`, completed or missed however; `any`, of whatever status. */
export const statusFilters = [...callStatuses, 'ended', 'any'] as const
/** Stands where the value that is asked for is that there is none. */
export const nobody = 'none'
export const outcomeFilters = [...callOutcomes, nobody] as const

export const callSortKeys = [
  'dueAt',
  'endTime',
  'customerName',
  'serviceAdvisorName',
  'npsScore',
  'rating',
] as const
export type CallSortKey = (typeof callSortKeys)[number]
/** An order in one word, as it stands in an address. */
export const callSortWords = callSortKeys.flatMap((key) => [`${key}.asc`, `${key}.desc`] as const)
