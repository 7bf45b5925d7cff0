import { describe, expect, it } from 'vitest'
import {
  DAYS,
  HOURS,
  MINUTES,
  showDuration,
  typeAmount,
} from '../../../src/client/features/schedule/duration-units.ts'

const units = [MINUTES, HOURS, DAYS] as const

describe('a length of time', () => {
  it.each([
    ['nothing', 0, MINUTES],
    ['90 minutes', 90, MINUTES],
    ['2 hours', 120, HOURS],
    ['3 days', 3 * 1440, DAYS],
  ])('%s is shown in its largest whole unit', (_, minutes, unit) => {
    expect(showDuration(minutes, units)).toEqual({ minutes, unit })
  })

  it('keeps its unit while it is typed, emptied and typed anew', () => {
    let shown = showDuration(120, units)
    for (const amount of [null, 2, 24]) {
      const typed = typeAmount(amount, shown.unit)
      shown = showDuration(typed.minutes, units, typed)
      expect(shown.unit).toBe(HOURS)
    }
    expect(shown.minutes).toBe(1440)
  })

  it('is shown anew where it changes from outside', () => {
    expect(showDuration(2880, units, typeAmount(24, HOURS)).unit).toBe(DAYS)
    expect(showDuration(120, units, typeAmount(null, DAYS)).unit).toBe(HOURS)
  })
})
