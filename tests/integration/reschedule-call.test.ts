import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { claimDueCalls } from '../../src/server/services/claim-due-calls.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'

/** Friday noon in New York; the usual hours there end at 18:00. */
let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

type Caller = Awaited<ReturnType<AppWorld['callerOf']>>
let organizationId: string
let agent: Caller
let manager: Caller
beforeEach(async () => {
  organizationId = (await makeOrganization(world.db)).id
  agent = await world.callerOf(organizationId, 'agent')
  manager = await world.callerOf(organizationId, 'manager')
})

const friday19 = '2026-11-21T00:00:00.000Z'
const saturday10 = '2026-11-21T15:00:00.000Z'
const make = (overrides: Parameters<typeof makeCall>[2] = {}) =>
  makeCall(world.db, organizationId, overrides)

describe('a customer’s wish', () => {
  test('inside the windows is met by anybody who works calls', async () => {
    const { id } = await make()
    const dueAt = '2026-11-20T21:00:00.000Z'
    expect(await agent.calls.reschedule({ id, dueAt })).toMatchObject({
      dueAt,
      isAllowedOutsideWindows: false,
    })
    expect(await agent.calls.reschedule({ id, dueAt, outsideWindows: true })).toMatchObject({
      dueAt,
      isAllowedOutsideWindows: false,
    })
  })

  test('outside the windows moves to the next one’s start, and back once it opens earlier', async () => {
    const { id } = await make()
    expect(await agent.calls.reschedule({ id, dueAt: friday19 })).toMatchObject({
      dueAt: saturday10,
      isAllowedOutsideWindows: false,
    })
    const { config } = await manager.scheduleConfig.get()
    const friday = [{ start: '09:00', end: '20:00' }]
    await manager.scheduleConfig.update({
      config: { ...config, weekly: { ...config.weekly, friday } },
    })
    expect(await agent.calls.byId({ id })).toMatchObject({ dueAt: friday19 })
  })

  test('outside the windows is met by a manager, and recorded as such', async () => {
    const { id } = await make()
    await expect(
      agent.calls.reschedule({ id, dueAt: friday19, outsideWindows: true }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'It is outside calling hours. Only owners and managers can do this.',
    })
    const call = await manager.calls.reschedule({ id, dueAt: friday19, outsideWindows: true })
    expect(call).toMatchObject({ dueAt: friday19, isAllowedOutsideWindows: true })
    const [entry] = await world.db.auditEntry.findMany({ where: { subjectId: id } })
    expect(entry).toMatchObject({
      action: 'call.rescheduled',
      actorKind: 'user',
      before: { isAllowedOutsideWindows: false, dueAt: '2026-11-20T15:00:00.000Z' },
      after: { isAllowedOutsideWindows: true, dueAt: friday19 },
    })
    expect(await agent.calls.whyNotNow({ id })).toMatchObject({ nextEligibleAt: friday19 })
  })

  test.each([
    [
      'in quiet hours, told as seen from now and not from then,',
      {},
      '2026-11-23T02:30:00Z',
      /^It will be 21:30 in New York, .*; quiet until Monday 08:00\.$/,
    ],
    [
      'to an unknown zone',
      { record: { customerPhone: '+9990000000', customerTimeZone: null } },
      friday19,
      /^No time zone is known/,
    ],
  ])('%s is met by nobody', async (_, overrides, dueAt, message) => {
    const { id } = await make(overrides)
    await expect(
      manager.calls.reschedule({ id, dueAt, outsideWindows: true }),
    ).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(message) })
    expect(await manager.calls.byId({ id })).toMatchObject({ version: 1 })
  })

  test('can be checked before it is sent, and nothing changes by that', async () => {
    const { id, phoneNumber } = await make()
    const ask = (dueAt: string) => agent.calls.checkWish({ id, dueAt })
    expect(await ask('2026-11-20T21:00:00.000Z')).toEqual({
      customerZones: ['America/New_York'],
      closed: [],
      isWithinWindows: true,
      movesTo: '2026-11-20T21:00:00.000Z',
      isWalled: false,
      isRefused: false,
    })
    expect(await ask(friday19)).toMatchObject({
      isWithinWindows: false,
      movesTo: saturday10,
      isWalled: false,
      isRefused: false,
      closed: [
        { name: 'calling_window', until: saturday10, reason: 'Closed until tomorrow 10:00' },
      ],
    })
    expect(await ask('2026-11-21T02:30:00Z')).toMatchObject({
      isWithinWindows: false,
      movesTo: saturday10,
      isWalled: true,
      isRefused: false,
      closed: [{ name: 'calling_window' }, { name: 'quiet_hours' }],
    })
    await world.db.doNotCall.create({ data: { organizationId, phoneNumber } })
    expect(await ask('2026-11-20T21:00:00.000Z')).toMatchObject({
      isWalled: true,
      isRefused: true,
      closed: [{ name: 'do_not_call' }],
    })
    expect(await agent.calls.byId({ id })).toMatchObject({ version: 1 })
  })

  test('is answered on the clock of the page, where the schedule goes by another', async () => {
    const { config } = await manager.scheduleConfig.get()
    await manager.scheduleConfig.update({ config })
    await world.db.organization.update({
      where: { id: organizationId },
      data: { timeZone: 'America/Los_Angeles' },
    })
    const { id } = await make()
    expect(await agent.calls.checkWish({ id, dueAt: friday19 })).toMatchObject({
      movesTo: saturday10,
      closed: [{ name: 'calling_window', reason: 'Closed until tomorrow 07:00' }],
    })
    await expect(
      manager.calls.reschedule({ id, dueAt: '2026-11-23T02:30:00Z', outsideWindows: true }),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/^It will be 21:30 in New York, .*; quiet until Monday 05:00/),
    })
    await agent.calls.reschedule({ id, dueAt: '2026-11-20T21:00:00.000Z' })
    const { gates } = await agent.calls.whyNotNow({ id })
    expect(gates).toContainEqual(
      expect.objectContaining({ name: 'due', reason: 'Due today 13:00' }),
    )
  })

  test('against the do-not-call list is met by nobody', async () => {
    const { id, phoneNumber } = await make()
    await world.db.doNotCall.create({ data: { organizationId, phoneNumber } })
    await expect(
      manager.calls.reschedule({ id, dueAt: friday19, outsideWindows: true }),
    ).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

test('the dispatcher places it then, stamps why, and the retry keeps to the windows', async () => {
  await using other = await createAppWorld()
  const owner = other.caller
  const { organizationId } = other
  const made = await makeCall(other.db, organizationId)
  await owner.calls.reschedule({ id: made.id, dueAt: friday19, outsideWindows: true })
  await other.clock.advance(Date.parse(friday19) - Date.parse('2026-11-20T17:00:00Z'))
  const { attempts } = await claimDueCalls(other.deps, { organizationId, limit: 10 })
  expect(attempts).toHaveLength(1)
  const detail = await owner.calls.byId({ id: made.id })
  expect(detail).toMatchObject({ status: 'placing', isAllowedOutsideWindows: false })
  expect(detail.attempts[0]?.gates).toContainEqual({
    name: 'calling_window',
    pass: true,
    until: null,
    reason: 'A manager allowed this call outside the windows',
  })
})
