import { expect, test } from 'vitest'
import { createAppWorld } from '../support/app-world.ts'
import { makeCall } from '../support/factories.ts'

test('more calls than one transaction keeps in time live to see their campaign', async () => {
  await using world = await createAppWorld()
  const { caller, db, organizationId } = world
  const { id } = await caller.campaigns.create({ name: 'Recall' })
  await caller.campaigns.create({ name: 'Tires' })
  const { serviceRecordId } = await makeCall(db, organizationId, {
    status: 'canceled',
    dueAt: null,
  })
  await db.$executeRaw`
    insert into "Call" (id, "organizationId", "serviceRecordId", "campaignId", "phoneNumber",
      "customerName", "dueAt", "notBefore", "expiresAt")
    select gen_random_uuid(), ${organizationId}::uuid, ${serviceRecordId}::uuid, ${id}::uuid,
      '+1203' || (5550000 + position), 'Diego Okafor', '2026-11-20 15:00Z', '2026-11-20 15:00Z',
      '2026-11-27 15:00Z'
    from generate_series(1, 2010) position`
  const readExpiries = () =>
    db.call.groupBy({ by: ['expiresAt'], where: { campaignId: id }, _count: true })
  const readFeed = () => db.organization.findUniqueOrThrow({ where: { id: organizationId } })
  const startsAt = '2026-12-19T20:00:00Z'

  // What is refused gives nobody more time.
  await expect(caller.campaigns.update({ id, startsAt, name: 'Tires' })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  const untouched = { expiresAt: new Date('2026-11-27T15:00:00Z'), _count: 2010 }
  expect(await readExpiries()).toEqual([untouched])

  // Nobody is told of so many one by one.
  const before = await readFeed()
  await caller.campaigns.update({ id, startsAt })
  const kept = { expiresAt: new Date('2026-12-28T14:00:00Z'), _count: 2010 }
  expect(await readExpiries()).toEqual([kept])
  expect((await readFeed()).feedEpoch).not.toBe(before.feedEpoch)
})
