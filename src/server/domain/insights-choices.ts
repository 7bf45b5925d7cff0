export const trendSteps = ['day', 'week', 'month'] as const
export type TrendStep = (typeof trendSteps)[number]

export const periodPresets = ['7d', '30d', '90d', 'this-month', 'last-month'] as const
export type PeriodPreset = (typeof periodPresets)[number]
