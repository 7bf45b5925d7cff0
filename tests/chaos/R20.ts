import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { createCallingCalendar, isWithinWindow } from '../../src/server/domain/calling-window.ts'
import { oracleAllows, oracleIsOpen } from '../support/calling-window-oracle.ts'
import type { Measurement } from '../support/measurement.ts'
import { anyWindowCase } from '../support/schedule-arbitraries.ts'

const cases = 100_000
const atOnce = 1000

/**
 * Random zones, instants and schedules, mostly near clock changes: no call outside a window, by the
 * word of an oracle that walks the wall clock. FC_SEED repeats a run.
 */
export async function measure(): Promise<Measurement> {
  const seed = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31))
  console.log(`seed ${seed}`)
  const startedAt = performance.now()
  let open = 0
  let outside = 0
  let missed = 0
  for (let done = 0; done < cases; done += atOnce) {
    for (const example of fc.sample(anyWindowCase, { numRuns: atOnce, seed: seed + done })) {
      const { config, holidays, customerZones, instantMs } = example
      const calendar = createCallingCalendar(config, (date) =>
        holidays.has(date) ? 'Holiday' : null,
      )
      const allowed = calendar.allowed(customerZones).at(instantMs) !== null
      const expected = oracleAllows(example, instantMs)
      if (allowed) open += 1
      if (allowed && !expected) outside += 1
      if (!allowed && expected) missed += 1
      const at = Temporal.Instant.fromEpochMilliseconds(instantMs)
      if (isWithinWindow(calendar, at) !== oracleIsOpen(example, instantMs)) outside += 1
    }
    if (done % 20_000 === 0) console.log(`${done} of ${cases}`)
  }
  return {
    name: 'R20',
    aims: [
      { what: 'calls outside a window', aim: '0', measured: String(outside), met: outside === 0 },
      { what: 'allowed instants refused', aim: '0', measured: String(missed), met: missed === 0 },
    ],
    figures: {
      cases,
      seed,
      open,
      outside,
      missed,
      seconds: Math.round((performance.now() - startedAt) / 1000),
    },
  }
}
