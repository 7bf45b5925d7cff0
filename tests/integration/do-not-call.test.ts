import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

let organizationId: string
let caller: Awaited<ReturnType<AppWorld['callerOf']>>
beforeEach(async () => {
  organizationId = (await makeOrganization(world.db)).id
  caller = await world.callerOf(organizationId, 'agent')
})

test('a number on the list has its waiting calls closed, and no other call', async () => {
  const record = { customerPhone: '+12025550103' }
  const waiting = await makeCall(world.db, organizationId, { record })
  const retry = await makeCall(world.db, organizationId, { record, status: 'missed' })
  const done = await makeCall(world.db, organizationId, {
    record,
    status: 'completed',
    dueAt: null,
  })
  const other = await makeCall(world.db, organizationId)
  const reason = 'Wrote to us'
  const { entry, canceledCalls } = await caller.doNotCall.add({
    phoneNumber: '(202) 555-0103',
    reason,
  })
  expect(entry).toMatchObject({ phoneNumber: '+12025550103', reason, addedBy: 'Robin' })
  expect(canceledCalls).toBe(2)
  for (const { id } of [waiting, retry]) {
    expect(await caller.calls.byId({ id })).toMatchObject({
      status: 'canceled',
      outcome: 'opted_out',
      dueAt: null,
      version: 2,
    })
  }
  for (const { id } of [done, other]) {
    expect(await caller.calls.byId({ id })).toMatchObject({ version: 1 })
  }
  expect(world.announced).toContain(organizationId)

  const again = await caller.doNotCall.add({ phoneNumber: '+12025550103', reason: 'Again' })
  expect(again).toEqual({ entry, canceledCalls: 0 })
  expect(await caller.doNotCall.remove({ id: entry.id, reason: 'Asked to be called' })).toEqual(
    entry,
  )
  expect(await caller.doNotCall.list({})).toEqual({ entries: [], nextCursor: null })
  const audit = await world.db.auditEntry.findMany({
    where: { organizationId, subjectType: 'do_not_call' },
    orderBy: { id: 'asc' },
  })
  expect(audit).toMatchObject([
    { action: 'do_not_call.added', after: { phoneNumber: '+12025550103', reason } },
    { action: 'do_not_call.removed', after: { reason: 'Asked to be called' } },
  ])
})

test('the list comes in pages, the newest first, and is searched by number and reason', async () => {
  for (let made = 0; made < 5; made += 1) {
    await world.db.doNotCall.create({
      data: {
        organizationId,
        phoneNumber: `+1202555010${made}`,
        reason: `Reason ${made}`,
        createdAt: new Date(Date.UTC(2026, 10, 20, made)),
      },
    })
  }
  const numbers: string[] = []
  let cursor: string | null = null
  do {
    const page = await caller.doNotCall.list({ limit: 2, cursor })
    numbers.push(...page.entries.map(({ phoneNumber }) => phoneNumber.slice(-1)))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(numbers).toEqual(['4', '3', '2', '1', '0'])
  const found = async (search: string) =>
    (await caller.doNotCall.list({ search })).entries.map(({ reason }) => reason)
  expect(await found('555-0103')).toEqual(['Reason 3'])
  expect(await found('reason 2')).toEqual(['Reason 2'])
})

test('what cannot be is refused, naming the field', async () => {
  await expect(caller.doNotCall.add({ phoneNumber: '12', reason: 'x' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    cause: { issues: [{ path: 'phoneNumber' }] },
  })
  await expect(
    caller.doNotCall.add({ phoneNumber: '+12025550103', reason: ' ' }),
  ).rejects.toMatchObject({ message: expect.stringContaining('Say why') })
  const { entry } = await caller.doNotCall.add({ phoneNumber: '+12025550103', reason: 'x' })
  const stranger = await world.callerOf((await makeOrganization(world.db)).id)
  await expect(stranger.doNotCall.remove({ id: entry.id, reason: 'x' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await stranger.doNotCall.list({})).toMatchObject({ entries: [] })
  const presenter = await world.callerOf(organizationId, 'presenter')
  await expect(presenter.doNotCall.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
