import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feedMessageSchema } from '../../src/server/domain/feed.schema.ts'
import { changeCall } from '../../src/server/services/change-call.ts'
import type { TestDatabase } from '../support/clone-database.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'
import { ManualClock } from '../support/manual-clock.ts'
import { createTestDatabase } from '../support/test-database.ts'

let database: TestDatabase
const clock = new ManualClock('2026-11-20T17:30:00Z')
const announced: string[] = []
const feed = {
  announce: (organizationId: string) => announced.push(organizationId),
  subscribe: () => {
    throw new Error('nobody subscribes here')
  },
  close: async () => undefined,
}

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const eventsOf = (organizationId: string) =>
  database.db.feedEvent.findMany({ where: { organizationId }, orderBy: { seq: 'asc' } })

describe('changing a call', () => {
  it('writes the row, one feed event and the counts, then wakes the feed', async () => {
    const { db } = database
    const organization = await makeOrganization(db)
    const call = await makeCall(db, organization.id)
    const result = await changeCall(
      { db, clock, feed },
      { organizationId: organization.id, callId: call.id },
      () => ({ event: { type: 'canceled' }, fields: { notes: 'Asked to be left alone' } }),
    )
    expect(result).toMatchObject({
      changed: true,
      call: {
        status: 'canceled',
        outcome: 'canceled',
        version: 2,
        notes: 'Asked to be left alone',
      },
    })
    const events = await eventsOf(organization.id)
    expect(events.map((event) => [event.seq, event.callId, event.version])).toEqual([
      [1n, call.id, 2],
    ])
    expect(events[0]?.payload).toMatchObject({ counts: { ready: 0, missed: 0, completed: 0 } })
    expect(announced).toEqual([organization.id])
  })

  it('leaves nothing behind when the move is illegal', async () => {
    const { db } = database
    const organization = await makeOrganization(db)
    const call = await makeCall(db, organization.id, { status: 'completed', dueAt: null })
    const result = await changeCall(
      { db, clock, feed },
      { organizationId: organization.id, callId: call.id },
      () => ({ event: { type: 'canceled' } }),
    )
    expect(result).toEqual({
      changed: false,
      reason: 'A call that is completed cannot be canceled.',
    })
    expect(await eventsOf(organization.id)).toEqual([])
  })

  it("answers another organization's id like one that does not exist", async () => {
    const { db } = database
    const ours = await makeOrganization(db)
    const theirs = await makeOrganization(db)
    const call = await makeCall(db, theirs.id)
    const attempt = changeCall(
      { db, clock, feed },
      { organizationId: ours.id, callId: call.id },
      () => ({ event: { type: 'canceled' } }),
    )
    await expect(attempt).rejects.toMatchObject({ code: 'not_found' })
  })

  it('numbers the changes of concurrent writers without a gap', async () => {
    const { db } = database
    const organization = await makeOrganization(db)
    const calls = await Promise.all(Array.from({ length: 8 }, () => makeCall(db, organization.id)))
    await Promise.all(
      calls.flatMap((call) =>
        Array.from({ length: 5 }, (_, i) =>
          changeCall(
            { db, clock, feed },
            { organizationId: organization.id, callId: call.id },
            () => ({
              event: {
                type: 'deferred',
                dueAt: Temporal.Instant.from('2026-11-21T15:00:00Z').add({ minutes: i }),
              },
            }),
          ),
        ),
      ),
    )
    const events = await eventsOf(organization.id)
    expect(events.map((event) => Number(event.seq))).toEqual(
      Array.from({ length: 40 }, (_, i) => i + 1),
    )
    const last = events.at(-1)?.payload
    expect(
      feedMessageSchema.parse({
        type: 'changes',
        deleted: [],
        sentAt: '2026-11-20T17:30:00.000Z',
        calls: [Reflect.get(Object(last), 'call')],
        counts: Reflect.get(Object(last), 'counts'),
      }),
    ).toMatchObject({ counts: { ready: 8, missed: 0, completed: 0 } })
  })
})
