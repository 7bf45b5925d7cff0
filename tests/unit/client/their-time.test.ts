import { expect, it } from 'vitest'
import { theirTime } from '../../../src/client/features/calls/detail/their-time.ts'

const place = {
  timeZone: 'America/New_York',
  locale: 'en-US',
  nowMs: Date.parse('2026-11-26T18:00:00Z'),
}

it.each([
  ['America/Denver', ['America/Denver'], 'Thu, Nov 26, 11:00 AM MST (America/Denver)'],
  [null, ['America/Los_Angeles'], 'Thu, Nov 26, 10:00 AM PST (America/Los Angeles, by the number)'],
  [
    null,
    ['America/New_York', 'America/Detroit'],
    'Thu, Nov 26, 1:00 PM EST (America/New York, by the number)',
  ],
  [null, ['America/New_York', 'America/Chicago'], 'One of 2 time zones, by the number'],
  [null, [], 'Time zone not known'],
])('of a visit in %s with a number in %j is %s', (customerTimeZone, customerZones, words) =>
  expect(theirTime({ customerTimeZone, customerZones }, place).replaceAll(/\s/g, ' ')).toBe(words),
)
