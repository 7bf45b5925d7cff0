import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeMember } from '../../src/server/services/change-member.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import {
  makeCall,
  makeOrganization,
  makeServiceAdvisor,
  makeServiceRecord,
} from '../support/factories.ts'

let world: AppWorld
beforeAll(async () => {
  world = await createAppWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

/** Somebody whom no other test knows, and their organization. */
async function newcomer(role: Parameters<AppWorld['callerOf']>[1] = 'owner') {
  const { id: organizationId } = await makeOrganization(world.db)
  return { organizationId, caller: await world.callerOf(organizationId, role) }
}
const view = { tab: 'missed' as const, name: 'VIPs', address: { tag: 'vip' } }
const columns = { hidden: ['phone'], order: ['time'], widths: { time: 9 } }

describe('saved views', () => {
  it('come back as they were saved, the oldest first, wherever their person signs in', async () => {
    const { organizationId, caller } = await newcomer()
    const second = { ...view, name: 'A later one', address: {}, columns }
    await caller.savedViews.save(view)
    await world.clock.advance(1000)
    await caller.savedViews.save(second)
    const elsewhere = await world.callerOf(organizationId)
    expect(await elsewhere.savedViews.list()).toEqual([view, second])
  })

  it('take the place of the one that has the name in the same tab, and of no other', async () => {
    const { caller } = await newcomer()
    await caller.savedViews.save({ ...view, columns })
    const inReady = { ...view, tab: 'ready' as const }
    await world.clock.advance(1000)
    await caller.savedViews.save(inReady)
    await world.clock.advance(1000)
    const newer = {
      ...view,
      address: { score: 'detractor' as const, sort: 'npsScore.asc' as const },
    }
    await caller.savedViews.save({ ...newer, name: ' VIPs ' })
    expect(await caller.savedViews.list()).toEqual([newer, inReady])
  })

  it('are forgotten one by one, and again without a word', async () => {
    const { caller } = await newcomer()
    const other = { ...view, tab: 'ready' as const }
    await caller.savedViews.save(view)
    await caller.savedViews.save(other)
    for (const { tab, name } of [view, view]) {
      expect(await caller.savedViews.delete({ tab, name })).toEqual({ tab, name })
    }
    expect(await caller.savedViews.list()).toEqual([other])
  })

  it.each(['manager', 'agent', 'presenter', 'viewer'] as const)(
    'of the %s are nobody else’s',
    async (role) => {
      const { organizationId, caller } = await newcomer(role)
      const owner = await world.callerOf(organizationId)
      await caller.savedViews.save(view)
      expect(await owner.savedViews.list()).toEqual([])
      await owner.savedViews.delete({ tab: view.tab, name: view.name })
      await owner.savedViews.save({ ...view, address: {} })
      expect(await caller.savedViews.list()).toEqual([view])
    },
  )

  it('are those of one organization, for who belongs to several', async () => {
    const { organizationId, caller } = await newcomer()
    await caller.savedViews.save(view)
    const { userId } = await world.db.member.findFirstOrThrow({ where: { organizationId } })
    const others = await newcomer('viewer')
    await world.db.user.delete({ where: { email: `viewer-${others.organizationId}@x.test` } })
    await world.db.user.update({
      where: { id: userId },
      data: { email: `viewer-${others.organizationId}@x.test` },
    })
    const same = await world.callerOf(others.organizationId, 'viewer')
    expect(await same.savedViews.list()).toEqual([])
    await same.savedViews.save({ ...view, address: {} })
    expect(await caller.savedViews.list()).toEqual([view])
  })

  it('are thirty at most, of which each may still be saved anew', async () => {
    const { organizationId, caller } = await newcomer()
    for (let n = 1; n < 30; n += 1) await caller.savedViews.save({ ...view, name: `View ${n}` })
    const last = ['One', 'Other'].map((name) => caller.savedViews.save({ ...view, name }))
    const endings = await Promise.allSettled(last)
    expect(endings.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(caller.savedViews.save({ ...view, name: 'Too many' })).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('30 saved views'),
    })
    await caller.savedViews.save({ ...view, name: 'View 1', address: {} })
    expect(await caller.savedViews.list()).toHaveLength(30)
    const colleague = await world.callerOf(organizationId, 'agent')
    await colleague.savedViews.save(view)
  })

  it.each([
    [{ name: ' ' }, 'Name the view.'],
    [{ name: 'x'.repeat(41) }, 'at most 40'],
    [{ address: { call: '01900000-0000-7000-8000-000000000001' } }, 'not known here'],
    [{ address: { status: 'lost' } }, 'address.status'],
    [{ columns: { ...columns, widths: { time: 900 } } }, 'columns.widths.time'],
  ])('are refused with %j, in words', async (wrong, words) => {
    const input = JSON.parse(JSON.stringify({ ...view, ...wrong }))
    const refusal = await world.caller.savedViews.save(input).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'BAD_REQUEST' })
    const answer = await world.app.server.inject({
      method: 'POST',
      url: '/trpc/savedViews.save',
      payload: JSON.stringify(input),
      headers: { 'content-type': 'application/json' },
    })
    expect(answer.body).toContain(words)
  })

  it('open without what is not known any more', async () => {
    const { organizationId, caller } = await newcomer()
    await caller.savedViews.save({ ...view, columns })
    await world.db.savedView.updateMany({
      where: { organizationId },
      data: {
        address: { tag: 'vip', status: 'lost', mood: 'bad', from: 'yesterday' },
        columns: { hidden: 'all' },
      },
    })
    expect(await caller.savedViews.list()).toEqual([view])
  })

  it('go with a membership, and with an account', async () => {
    const { organizationId, caller } = await newcomer('agent')
    await caller.savedViews.save(view)
    const where = { organizationId }
    const { id, userId } = await world.db.member.findFirstOrThrow({ where })
    const owner = await world.identityOf(organizationId)
    await removeMember(world.deps, { identity: owner, id })
    expect(await world.db.savedView.count({ where })).toBe(0)
    await (await world.callerOf(organizationId, 'agent')).savedViews.save(view)
    await world.db.user.delete({ where: { id: userId } })
    expect(await world.db.savedView.count({ where })).toBe(0)
  })

  it('go with the customer whom they name, and nobody else', async () => {
    const { organizationId, caller } = await newcomer()
    const colleague = await world.callerOf(organizationId, 'agent')
    const customers = [
      ['Núria Vidal', '+14695550142', 'SF-142'],
      ['Tom Vidal', '+14695550143', 'SF-143'],
    ]
    for (const [customerName, customerPhone, vehicleNumber] of customers) {
      const record = { customerName, customerPhone, vehicleInfo: { vehicleNumber } }
      await makeCall(world.db, organizationId, { tags: ['vip'], record })
    }
    await makeServiceAdvisor(world.db, organizationId, 'Nuria Pons')
    const save = (by: AppWorld['caller'], name: string, address = {}) =>
      by.savedViews.save({ tab: 'ready', name, address })
    await save(caller, 'By name', { q: 'NURIA v' })
    await save(caller, 'Complaints of nuria vidal')
    await save(caller, 'Rung at 469-555-0142')
    await save(colleague, 'By number', { q: '(469) 555-0142' })
    await save(colleague, 'By plate', { q: 'sf-142' })
    await save(colleague, 'Of two', { q: 'vidal' })
    await save(colleague, 'Of another', { q: '0143' })
    await save(colleague, 'Of an advisor', { q: 'nuria' })
    await save(colleague, 'Of nobody', { q: 'zzz' })
    await save(colleague, 'vip', { tag: 'vip' })

    await caller.customers.erase({ phoneNumber: '+14695550142' })
    expect(await caller.savedViews.list()).toEqual([])
    const left = (await colleague.savedViews.list()).map(({ name }) => name)
    expect(left).toEqual(['Of an advisor', 'Of another', 'Of nobody', 'Of two', 'vip'])
    await caller.customers.erase({ phoneNumber: '+14695550143' })
    expect((await colleague.savedViews.list()).map(({ name }) => name)).toEqual([
      ...['Of an advisor', 'Of nobody', 'vip'],
    ])
  })

  it('go with a customer who has visits without a call, by the words of any of them', async () => {
    const { organizationId, caller } = await newcomer()
    const customerPhone = '+14695550151'
    const covering = await makeCall(world.db, organizationId, {
      phoneNumber: '+14695550152',
      customerName: 'Ana Ruiz',
      tags: ['fleet', 'Night Owls'],
    })
    const visits = ['Vera Fleetwood', 'Night Owls', 'Pia Fleet'].map((customerName, n) => {
      const vehicleInfo = { vehicleNumber: `KL-70${n}` }
      const record = { customerPhone, customerName, externalId: `RO-7000${n}`, vehicleInfo }
      return makeServiceRecord(world.db, organizationId, record)
    })
    const [settled] = await Promise.all(visits)
    await makeServiceRecord(world.db, organizationId, { customerName: 'Otto Berg' })
    const ids = { organizationId, callId: covering.id, serviceRecordId: settled?.id ?? '' }
    await world.db.coveredVisit.create({ data: ids })
    const gone = [
      'Vera',
      'Vera Fleetwood: retry',
      'KL-701 again',
      'RO-70002',
      'Rung 469 5550151, 2x',
    ]
    const left = ['Fleet', 'Night Owls', 'Ana Ruiz', 'Fleet of Otto Berg', 'Rung 469 5550152']
    for (const name of [...gone, ...left]) {
      await caller.savedViews.save({ tab: 'ready', name, address: { tag: 'fleet' } })
    }
    for (const q of ['fleetwood', 'kl-702', 'o-70001', '50151']) {
      await caller.savedViews.save({ tab: 'missed', name: `By ${q.length}`, address: { q } })
    }
    for (const q of ['fleet', 'otto', '5015']) {
      await caller.savedViews.save({ tab: 'completed', name: q, address: { q } })
    }
    await caller.customers.erase({ phoneNumber: customerPhone })
    const names = (await caller.savedViews.list()).map(({ name }) => name)
    expect(names.sort()).toEqual([...left, 'fleet', 'otto', '5015'].sort())
  })
})
