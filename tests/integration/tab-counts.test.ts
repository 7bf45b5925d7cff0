import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import {
  type CallEvent,
  callStatuses,
  callTabs,
  tabOf,
} from '../../src/server/domain/call-status.ts'
import { DomainError } from '../../src/server/domain/errors.ts'
import { changeCall } from '../../src/server/services/change-call.ts'
import { deleteCall } from '../../src/server/services/delete-call.ts'
import { createAppWorld } from '../support/app-world.ts'
import { makeCall } from '../support/factories.ts'
import { randomRuns } from '../support/random-runs.ts'
import { someActor } from '../support/test-identity.ts'

const dueAt = Temporal.Instant.from('2026-11-20T18:00:00Z')
const events: CallEvent[] = [
  { type: 'attempt_claimed' },
  { type: 'ringing' },
  { type: 'answered' },
  { type: 'attempt_ended', outcome: 'answered', retryAt: null, retryWishedAt: null, talkSec: 30 },
  { type: 'attempt_ended', outcome: 'busy', retryAt: dueAt, retryWishedAt: dueAt, talkSec: null },
  {
    type: 'attempt_ended',
    outcome: 'invalid_number',
    retryAt: null,
    retryWishedAt: null,
    talkSec: null,
  },
  { type: 'contact_lost' },
  { type: 'contact_regained', status: 'ringing' },
  {
    type: 'attempt_withdrawn',
    resumesAt: dueAt,
    cleared: { startTime: null, isAllowedOutsideWindows: false },
  },
  { type: 'judged_as_rung' },
  { type: 'deferred', dueAt },
  { type: 'retried', dueAt },
  { type: 'rescheduled', dueAt },
  { type: 'expired' },
  { type: 'opted_out' },
  { type: 'canceled' },
]
const step = fc.record({
  call: fc.nat(11),
  action: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...events) },
    { weight: 1, arbitrary: fc.constant('deleted' as const) },
  ),
})

it('keeps the counts of the tabs equal to the rows through any history', async () => {
  const history = fc.array(step, { minLength: 150, maxLength: 150 })
  await fc.assert(fc.asyncProperty(history, checkCounts), randomRuns(3))
})

async function checkCounts(history: { call: number; action: CallEvent | 'deleted' }[]) {
  await using world = await createAppWorld()
  const { db, deps, organizationId } = world
  const calls = await Promise.all(
    Array.from({ length: 12 }, () => makeCall(db, organizationId, { dueAt: new Date(0) })),
  )
  for (const { call, action } of history) {
    const target = { organizationId, callId: calls[call]?.id ?? '' }
    const done =
      action === 'deleted'
        ? deleteCall(deps, { ...target, actor: someActor })
        : changeCall(deps, target, () => ({ event: action }))
    await done.catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error
    })
  }

  const rows = await db.call.groupBy({ by: ['status'], where: { organizationId }, _count: true })
  const expected = Object.fromEntries(callTabs.map((tab) => [`${tab}Count`, 0]))
  for (const row of rows) {
    const tab = tabOf(callStatuses.find((status) => status === row.status) ?? 'canceled')
    if (tab !== null) expected[`${tab}Count`] = (expected[`${tab}Count`] ?? 0) + row._count
  }
  const organization = await db.organization.findUniqueOrThrow({ where: { id: organizationId } })
  expect(organization).toMatchObject(expected)
  const last = await db.feedEvent.findFirst({ where: { organizationId }, orderBy: { seq: 'desc' } })
  expect(last?.payload).toMatchObject({
    counts: Object.fromEntries(callTabs.map((tab) => [tab, expected[`${tab}Count`]])),
  })
  expect(Number(organization.feedSeq)).toBe(await db.feedEvent.count({ where: { organizationId } }))
}
