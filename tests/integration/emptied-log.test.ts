import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseByAge } from '../../src/server/services/erase-by-age.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { tablesHolding } from '../support/database-dump.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

describe('what agents wrote about visits that are removed', () => {
  const noted = async (id: string, notes: string) => {
    await world.caller.calls.update({ id, notes })
    const where = { subjectId: id, action: 'call.updated' }
    return () => world.db.auditEntry.findMany({ where })
  }

  it('goes with an import that is undone, and that somebody wrote stays', async () => {
    const content =
      'Order number,Customer,Phone,Completed\nU-1,Ana Ruiz,+14695557101,2026-11-20 09:30'
    const { serviceRecords, calls } = world.caller
    const brought = await serviceRecords.importFile({ fileName: 'a.csv', content, mode: 'auto' })
    if (brought.kind !== 'run') throw new Error('It was asked about.')
    const { id } = await world.db.call.findFirstOrThrow({ where: { phoneNumber: '+14695557101' } })
    const entries = await noted(id, 'Zq undone notes')
    await calls.delete({ id })
    const { visitsRemoved } = await serviceRecords.undoImport({ importId: brought.run.importId })
    expect(visitsRemoved).toBe(1)
    expect(await entries()).toMatchObject([{ actorName: 'Robin', before: null, after: null }])
    await world.caller.customers.erase({ phoneNumber: '+14695557101' })
    expect(await tablesHolding(world.db, 'Zq undone')).toEqual([])
  })

  it('goes with a demo that is cleared, whether or not its call was deleted before', async () => {
    const { demo, calls } = world.caller
    const guest = { scenarioId: 'promoter', customerName: 'Ana', phoneNumber: '+14695557102' }
    const kept = await demo.create(guest)
    const deleted = await demo.create(guest)
    const entries = await noted(kept.id, 'Zq guest notes')
    await noted(deleted.id, 'Zq guest notes')
    await calls.delete({ id: deleted.id })
    await demo.reset()
    expect(await entries()).toMatchObject([{ actorName: 'Robin', before: null, after: null }])
    await world.caller.customers.erase({ phoneNumber: '+14695557102' })
    expect(await tablesHolding(world.db, 'Zq guest')).toEqual([])
  })

  it('goes with sample visits', async () => {
    const { id } = await makeCall(world.db, world.organizationId, { record: { isSample: true } })
    const entries = await noted(id, 'Zq sample notes')
    await world.caller.sampleData.remove()
    expect(await entries()).toMatchObject([{ actorName: 'Robin', before: null, after: null }])
  })
})

it('holds no number of a customer who was too old, on the list or taken off it', async () => {
  const { id: organizationId } = await makeOrganization(world.db, { retentionDays: 30 })
  const owner = await world.callerOf(organizationId)
  const now = Temporal.Instant.from('2026-11-20T17:00:00Z').epochMilliseconds
  const completedAt = new Date(now - 31 * 86_400_000)
  // The last two also have a younger visit, or a number that begins with that of the first.
  const numbers = ['+4930123451', '+4930123452', '+4930123453', '+493012345100']
  for (const phoneNumber of numbers) {
    const record = { customerPhone: phoneNumber, completedAt }
    if (phoneNumber !== '+493012345100') await makeCall(world.db, organizationId, { record })
    const { entry } = await owner.doNotCall.add({ phoneNumber, reason: 'Asked' })
    if (phoneNumber !== '+4930123452') await owner.doNotCall.remove({ id: entry.id, reason: 'No' })
  }
  await makeCall(world.db, organizationId, { record: { customerPhone: '+4930123453' } })

  await eraseByAge({ ...world.deps, db: world.deps.systemDb })
  expect(await tablesHolding(world.db, '+4930123451"')).toEqual([])
  expect(await tablesHolding(world.db, '+4930123452')).toEqual([])
  const log = await world.db.auditEntry.findMany({
    where: { organizationId, subjectType: 'do_not_call' },
    orderBy: { createdAt: 'asc' },
  })
  const told = log.map(({ before, after }) => JSON.stringify([before, after]))
  expect(told).toHaveLength(7)
  expect(told.filter((text) => text.includes('"+4930123453"'))).toHaveLength(2)
  expect(told.filter((text) => text.includes('"+493012345100"'))).toHaveLength(2)
  // A number that was taken off the list is called again when it comes back.
  const list = await world.db.doNotCall.findMany({ where: { organizationId } })
  expect(list.map(({ reason }) => reason)).toEqual(['Erased'])
})
