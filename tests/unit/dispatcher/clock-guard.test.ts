import { expect, test } from 'vitest'
import { createClockGuard } from '../../../src/server/dispatcher/clock-guard.ts'
import { ManualClock } from '../../support/manual-clock.ts'
import { silentLog } from '../../support/silent-log.ts'

test.each([
  { name: 'a little late', offSec: -4, isRight: true },
  { name: 'a little early', offSec: 4, isRight: true },
  { name: 'late', offSec: -6, isRight: false },
  { name: 'early', offSec: 3600, isRight: false },
])('a clock that is $name', async ({ offSec, isRight }) => {
  const clock = new ManualClock('2026-11-20T17:00:00Z')
  let offBy = offSec
  const guard = createClockGuard({ clock, log: silentLog }, async () =>
    clock.now().subtract({ seconds: offBy }),
  )
  expect(await guard()).toBe(isRight)
  offBy = 0
  expect(await guard()).toBe(isRight)
  await clock.advance(5000)
  expect(await guard()).toBe(true)
})
