import { Temporal } from 'temporal-polyfill'
import type { PeriodPreset, TrendStep } from './insights-choices.ts'

/** Local dates of the organization, the last one included. */
export type Period = { from: string; to: string }

/** A year with its leap day; longer lists of days are no trend any more. */
export const MOST_DAYS = 366

const dateOf = (text: string) => Temporal.PlainDate.from(text)

export const daysIn = ({ from, to }: Period): number =>
  dateOf(from).until(dateOf(to), { largestUnit: 'days' }).days + 1

/** The same number of days right before. */
export function previousPeriod(period: Period): Period {
  const days = daysIn(period)
  return shifted(period, -days)
}

const shifted = ({ from, to }: Period, days: number): Period => ({
  from: dateOf(from).add({ days }).toString(),
  to: dateOf(to).add({ days }).toString(),
})

/** What a preset means on a day; today is part of those that run until now. */
export function periodOf(preset: PeriodPreset, today: string): Period {
  const date = dateOf(today)
  const firstOfMonth = date.with({ day: 1 })
  switch (preset) {
    case '7d':
      return { from: date.subtract({ days: 6 }).toString(), to: today }
    case '30d':
      return { from: date.subtract({ days: 29 }).toString(), to: today }
    case '90d':
      return { from: date.subtract({ days: 89 }).toString(), to: today }
    case 'this-month':
      return { from: firstOfMonth.toString(), to: today }
    case 'last-month':
      return {
        from: firstOfMonth.subtract({ months: 1 }).toString(),
        to: firstOfMonth.subtract({ days: 1 }).toString(),
      }
  }
}

/** The first instant of a period, and the first one after it; not midnight where clocks skip it. */
export function instantsOf({ from, to }: Period, timeZone: string) {
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone }).toInstant()
  return { from: startOf(dateOf(from)), to: startOf(dateOf(to).add({ days: 1 })) }
}

/** A stretch of a trend with the days that it is compared to, as far into the previous period. */
export type TrendStretch = Period & { previous: Period }

/** Where nobody says otherwise, weeks begin as ISO 8601 has it. */
export const MONDAY = 1

/**
 * A period cut into days, weeks or calendar months. A week begins on `firstWeekday`: 0 is Sunday, 6
 * Saturday. The first and the last stretch are as short as the period makes them.
 */
export function stretchesOf(
  period: Period,
  step: TrendStep,
  firstWeekday: number = MONDAY,
): TrendStretch[] {
  const days = daysIn(period)
  const stretches: TrendStretch[] = []
  const last = dateOf(period.to)
  let from = dateOf(period.from)
  while (Temporal.PlainDate.compare(from, last) <= 0) {
    const end = endOfStep(from, step, firstWeekday)
    const to = Temporal.PlainDate.compare(end, last) < 0 ? end : last
    const stretch = { from: from.toString(), to: to.toString() }
    stretches.push({ ...stretch, previous: shifted(stretch, -days) })
    from = to.add({ days: 1 })
  }
  return stretches
}

function endOfStep(
  date: Temporal.PlainDate,
  step: TrendStep,
  firstWeekday: number,
): Temporal.PlainDate {
  if (step === 'day') return date
  // Temporal's Sunday is 7, which is 0 here.
  if (step === 'week') return date.add({ days: (firstWeekday + 13 - date.dayOfWeek) % 7 })
  return date.with({ day: date.daysInMonth })
}
