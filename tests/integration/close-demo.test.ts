import { expect, it } from 'vitest'
import { createIdentify } from '../../src/server/auth/identify.ts'
import { closeDemo } from '../../src/server/services/close-demo.ts'
import { enterDemo } from '../../src/server/services/enter-demo.ts'
import { createAppWorld } from '../support/app-world.ts'
import { makeOrganization } from '../support/factories.ts'

it('shuts every door of a demo that is no longer open, and none of anybody else', async () => {
  await using world = await createAppWorld()
  const { db, deps } = world
  const demo = await makeOrganization(db)
  await db.organization.update({ where: { id: demo.id }, data: { isDemo: true } })
  const accounts = { ...deps.accounts, isDemoOpen: true }
  const client = { address: '192.0.2.7', userAgent: null, cookie: null }
  const cookies = await enterDemo({ ...deps, accounts }, { role: 'manager', client })
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
  const ofDemo = await world.callerOf(demo.id)
  const keys = [ofDemo, world.caller].map((caller) =>
    caller.apiKeys.create({ name: 'Workshop', scopes: ['read'] }),
  )
  const [closed, open] = await Promise.all(keys)
  await ofDemo.team.invite({ email: 'ben@example.com', role: 'agent' })
  await world.caller.team.invite({ email: 'ben@example.com', role: 'agent' })

  const identify = createIdentify({ auth: accounts.auth, db: accounts.db })
  const byKey = (made: typeof open) => identify({ authorization: `Bearer ${made?.key}` })
  expect(await identify({ cookie })).toMatchObject({ organizationId: demo.id })
  expect(await byKey(closed)).toMatchObject({ organizationId: demo.id })

  await closeDemo(deps)
  expect(await identify({ cookie })).toBeNull()
  await expect(byKey(closed)).rejects.toThrow('not valid')
  expect(await byKey(open)).toMatchObject({ organizationId: world.organizationId })
  const pending = await db.invitation.findMany({ where: { status: 'pending' } })
  expect(pending.map(({ organizationId }) => organizationId)).toEqual([world.organizationId])
  const told = { organizationId: demo.id, actorKind: 'system' }
  const marks = () => db.auditEntry.findMany({ where: told, select: { action: true } })
  expect((await marks()).map(({ action }) => action).sort()).toEqual([
    'api_key.revoked',
    'invitation.revoked',
  ])

  // At each start.
  await closeDemo(deps)
  expect(await marks()).toHaveLength(2)
})
