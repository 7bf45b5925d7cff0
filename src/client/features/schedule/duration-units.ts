import { t } from '../../i18n/t.ts'

type DurationUnit = { label: string; minutes: number }
export const MINUTES: DurationUnit = { label: t('minutes'), minutes: 1 }
export const HOURS: DurationUnit = { label: t('hours'), minutes: 60 }
export const DAYS: DurationUnit = { label: t('days'), minutes: 1440 }

/** From the smallest to the largest. */
export type DurationUnits = readonly [DurationUnit, ...DurationUnit[]]

/** A length of time as a field shows it; `minutes` NaN while the field is empty. */
export type ShownDuration = { minutes: number; unit: DurationUnit }

/**
 * What the field shows for `minutes`: as it did while they are what was typed there, else in the
 * largest unit in which they are a whole number. Typing 24 hours does not turn them into a day.
 */
export function showDuration(
  minutes: number,
  units: DurationUnits,
  shown?: ShownDuration,
): ShownDuration {
  if (shown && Object.is(shown.minutes, minutes)) return shown
  const isWhole = (unit: DurationUnit) => minutes !== 0 && minutes % unit.minutes === 0
  return { minutes, unit: units.findLast(isWhole) ?? units[0] }
}

/** The amount that was typed, in the unit that is shown; null where the field was emptied. */
export const typeAmount = (amount: number | null, unit: DurationUnit): ShownDuration => ({
  minutes: amount === null ? Number.NaN : amount * unit.minutes,
  unit,
})
