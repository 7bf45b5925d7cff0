import type { Temporal } from 'temporal-polyfill'
import { localTimeAt } from '../../domain/local-time.ts'

/** Where the demo organization is said to be, and the area codes of its customers. */
export type DemoZone = { timeZone: string; areaCodes: readonly string[] }

const zones: readonly DemoZone[] = [
  { timeZone: 'America/New_York', areaCodes: ['914', '845', '203'] },
  { timeZone: 'America/Los_Angeles', areaCodes: ['626', '818', '562'] },
  { timeZone: 'Pacific/Honolulu', areaCodes: ['808', '503'] },
  { timeZone: 'Pacific/Guam', areaCodes: ['671', '808'] },
  { timeZone: 'Europe/London', areaCodes: ['914', '845', '203'] },
  { timeZone: 'Europe/Athens', areaCodes: ['914', '845', '203'] },
]

// Early enough for a few hours of calls to be left, late enough for some to be over.
const EARLIEST = '08:45'
const LATEST = '17:00'

/**
 * A zone in which it is working time now, so that there is life whenever a newcomer starts. Numbers
 * kept for fiction exist in North America only, hence the order; visits name their zone themselves,
 * as the hours between Guam and New York are covered by Europe.
 */
export function chooseDemoZone(now: Temporal.Instant): DemoZone {
  const isWorkingTime = ({ timeZone }: DemoZone) => {
    const local = localTimeAt(timeZone, now.epochMilliseconds)
    return EARLIEST <= local && local < LATEST
  }
  const zone = zones.find(isWorkingTime)
  if (zone === undefined) throw new Error(`No zone has working time at ${now}.`)
  return zone
}
