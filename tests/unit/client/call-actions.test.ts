import { describe, expect, it } from 'vitest'
import { bulkWords } from '../../../src/client/features/calls/bulk/bulk-words.ts'
import { whyNotWords } from '../../../src/client/features/calls/bulk/why-not-words.ts'
import { doneWords } from '../../../src/client/features/calls/call-action-words.ts'
import { actionsFor, type CallActionName } from '../../../src/client/features/calls/call-actions.ts'
import {
  type CallEventType,
  callStatuses,
  legalFrom,
} from '../../../src/server/domain/call-status.ts'

const eventOf: Record<CallActionName, CallEventType> = {
  placeNow: 'attempt_claimed',
  retry: 'retried',
  reschedule: 'rescheduled',
  cancel: 'canceled',
  judgeRang: 'judged_as_rung',
  judgeDidNotRing: 'attempt_ended',
}

describe('what a person may do with a call', () => {
  it.each(callStatuses)('is legal where the call is %s', (status) => {
    const illegal = actionsFor({ status }).filter(
      ({ name }) => !legalFrom[eventOf[name]].includes(status),
    )
    expect(illegal).toEqual([])
  })

  it.each(callStatuses)(
    'leaves out no way to send back, move or cancel a call that is %s',
    (status) => {
      const names = actionsFor({ status }).map(({ name }) => name)
      for (const name of ['retry', 'reschedule', 'cancel'] as const) {
        expect([name, names.includes(name)]).toEqual([
          name,
          legalFrom[eventOf[name]].includes(status),
        ])
      }
    },
  )

  it('offers three answers where nobody knows whether it rang', () => {
    const labels = actionsFor({ status: 'unknown' }).map(({ label }) => label)
    expect(labels.slice(0, 3)).toEqual(['It rang', 'It did not ring', 'Call again'])
  })
})

it('promises another try after one that did not ring only where one is planned', () => {
  const words = (dueAt: string | null) =>
    doneWords('judgeDidNotRing', { customerName: 'Ana Ruiz', dueAt }, (at) => at)
  expect(words('2026-11-20T18:00:00.000Z')).toBe('Ana Ruiz will be called again.')
  expect(words(null)).toBe('Ana Ruiz counts as not called, and no other try is planned.')
})

it('tells of a moved call the time that it has now, which need not be the one that was wished', () => {
  const moved = { customerName: 'Ana Ruiz', dueAt: '2026-11-20T18:00:00.000Z' }
  const when = (at: string) => `at ${at.slice(11, 16)}`
  expect(doneWords('reschedule', moved, when)).toBe('Ana Ruiz will be called at 18:00.')
})

it.each([
  [['in_progress', 'ringing'], 'What is on the line has to end first.'],
  [['completed', 'completed'], 'Answered calls have nothing left to place.'],
  [['ready', 'completed'], 'Ready calls are placed by themselves; only missed ones are retried.'],
] as const)('says why a retry does nothing to calls that are %s', (statuses, words) => {
  const calls = statuses.map((status) => ({ status }))
  expect(whyNotWords('retry', calls)).toBe(words)
})

it.each([
  ['cancel', 1, '1 call stands as before.'],
  ['cancel', 2, '2 calls stand as before.'],
  ['tag', 1, '1 call has its tags of before.'],
  ['tag', 2, '2 calls have their tags of before.'],
] as const)('says of %s taken back for %i how they are', (name, count, words) => {
  expect(bulkWords[name].undone(count)).toBe(words)
})
