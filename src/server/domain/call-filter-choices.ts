import { callStatuses } from './call-status.ts'

export const scoreBands = ['promoter', 'passive', 'detractor'] as const
/** `any`: whatever the score, as long as there is one. */
export const scoreFilters = [...scoreBands, 'any'] as const
/** `any`: of whatever status, beyond those of the tab. */
export const statusFilters = [...callStatuses, 'any'] as const
/** Stands where the value that is asked for is that there is none. */
export const nobody = 'none'

export const callSortKeys = [
  'dueAt',
  'endTime',
  'customerName',
  'serviceAdvisorName',
  'npsScore',
  'rating',
] as const
export type CallSortKey = (typeof callSortKeys)[number]
