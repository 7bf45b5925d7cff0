import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  createCallingCalendar,
  isWithinWindow,
  nextAllowedInstant,
} from '../../../src/server/domain/calling-window.ts'
import {
  MINUTE_MS,
  oracleAllows,
  oracleIsOpen,
  oracleIsQuiet,
  oracleNext,
} from '../../support/calling-window-oracle.ts'
import { randomRuns } from '../../support/random-runs.ts'
import { anyWindowCase, type WindowCase } from '../../support/schedule-arbitraries.ts'

const calendarOf = ({ config, holidays }: WindowCase) =>
  createCallingCalendar(config, (date) => (holidays.has(date) ? 'Holiday' : null))

describe('calling windows against a walk through the minutes', { timeout: 60_000 }, () => {
  it('agree on whether a call may be placed', () => {
    fc.assert(
      fc.property(anyWindowCase, (example) => {
        const calendar = calendarOf(example)
        for (let step = -90; step <= 90; step += 15) {
          const ms = example.instantMs + step * MINUTE_MS
          const at = Temporal.Instant.fromEpochMilliseconds(ms)
          expect(isWithinWindow(calendar, at)).toBe(oracleIsOpen(example, ms))
          expect(calendar.allowed(example.customerZones).at(ms) !== null).toBe(
            oracleAllows(example, ms),
          )
          for (const zone of example.customerZones) {
            const isQuiet = calendar.awake([zone]).at(ms) === null
            expect(isQuiet).toBe(oracleIsQuiet(example.config, zone, ms))
          }
        }
      }),
      randomRuns(600),
    )
  })

  it('agree on the next allowed instant', () => {
    const horizonDays = 3
    fc.assert(
      fc.property(anyWindowCase, (example) => {
        const next = nextAllowedInstant({
          calendar: calendarOf(example),
          customerZones: example.customerZones,
          from: Temporal.Instant.fromEpochMilliseconds(example.instantMs),
          horizonDays,
        })
        const expected = oracleNext(
          example,
          example.instantMs,
          example.instantMs + horizonDays * 1440 * MINUTE_MS,
        )
        expect(next?.epochMilliseconds ?? null).toBe(expected)
      }),
      randomRuns(150),
    )
  })

  it('agree where a stretch ends', () => {
    fc.assert(
      fc.property(anyWindowCase, (example) => {
        const span = calendarOf(example).openings.at(example.instantMs)
        fc.pre(span !== null)
        if (!span) return
        const [start, end] = span
        expect(oracleIsOpen(example, start)).toBe(true)
        expect(oracleIsOpen(example, end - 1)).toBe(true)
        expect(oracleIsOpen(example, start - 1)).toBe(false)
        expect(oracleIsOpen(example, end)).toBe(false)
      }),
      { ...randomRuns(300), maxSkipsPerRun: 1000 },
    )
  })
})
