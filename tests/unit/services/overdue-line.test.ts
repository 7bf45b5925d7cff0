import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import type { CallStatus } from '../../../src/server/domain/call-status.ts'
import { overdueLine } from '../../../src/server/services/attempt-lease.ts'

const requestedAt = Temporal.Instant.from('2026-11-20T17:00:00Z')
const after = (seconds: number) => requestedAt.add({ seconds })
const minute = 60
const hour = 60 * minute

type Line = { status: CallStatus; isDemo: boolean; heldUntil: number | null }
const toOpen = ({ heldUntil, ...rest }: Line) => ({
  ...rest,
  requestedAt,
  heldUntil: heldUntil === null ? null : after(heldUntil),
})
const ringing: Line = { status: 'ringing', isDemo: true, heldUntil: null }
const answered: Line = { status: 'in_progress', isDemo: true, heldUntil: null }

it.each<[name: string, line: Line, endsSec: number]>([
  ['of a real call that is not answered', { ...ringing, isDemo: false }, 10 * minute],
  ['of a real call', { ...answered, isDemo: false }, 2 * hour],
  ['of a demo call that is not answered', ringing, 10 * minute],
  ['of a demo call', answered, 15 * minute],
  ['that is kept for less than it has anyway', { ...answered, heldUntil: 5 * minute }, 15 * minute],
  ['that is kept for longer, unanswered', { ...ringing, heldUntil: 12 * minute }, 12 * minute],
  ['that is kept for longer', { ...answered, heldUntil: hour + 1 }, hour + 1],
  ['that is kept for longer than any call', { ...answered, heldUntil: 3 * hour }, 2 * hour],
  ['that rings for longer than any call', { ...ringing, heldUntil: 3 * hour }, 2 * hour],
])('a line %s is hung up at its end, and given up a minute later', (_, line, endsSec) => {
  const open = { ...toOpen(line), lookedAt: after(endsSec) }
  expect(overdueLine(open, after(endsSec - 1))).toBe('no')
  expect(overdueLine(open, after(endsSec))).toBe('hang_up')
  expect(overdueLine(open, after(endsSec + minute - 1))).toBe('hang_up')
  expect(overdueLine(open, after(endsSec + minute))).toBe('give_up')
})

it('a line that nobody looked at since its end is hung up first, however late', () => {
  const endsSec = 15 * minute
  const late = (lookedSec: number) =>
    overdueLine({ ...toOpen(answered), lookedAt: after(lookedSec) }, after(endsSec + hour))
  expect(late(endsSec - 1)).toBe('hang_up')
  expect(late(endsSec)).toBe('give_up')
})
