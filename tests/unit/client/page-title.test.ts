import { expect, it } from 'vitest'
import type { LiveStatus } from '../../../src/client/features/calls/live-status.ts'
import { pageTitle } from '../../../src/client/features/calls/page-title.ts'

const cases: [status: LiveStatus, count: number | null, title: string][] = [
  [{ kind: 'live' }, 12, '(12) Missed Calls · Ringback'],
  [{ kind: 'catching_up' }, null, 'Missed Calls · Ringback'],
  [{ kind: 'stale', sinceMs: 0 }, 3, 'Stale · (3) Missed Calls · Ringback'],
  [{ kind: 'offline', sinceMs: 0 }, 0, 'Offline · (0) Missed Calls · Ringback'],
]
it.each(cases)('says of %o with %s calls: %s', (status, count, title) => {
  expect(pageTitle({ label: 'Missed Calls', count, status })).toBe(title)
})
