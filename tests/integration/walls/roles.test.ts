import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Identity, identityOfKey } from '../../../src/server/auth/identity.ts'
import { type KeyScope, keyScopes, type Role, roles } from '../../../src/server/domain/rights.ts'
import { appRouter } from '../../../src/server/trpc/router.ts'
import { type AppWorld, createAppWorld } from '../../support/app-world.ts'
import { fingerprintOf } from '../../support/walls/fingerprint.ts'
import { furnishHouse, type House } from '../../support/walls/furnished-house.ts'
import { procedureSamples } from '../../support/walls/procedure-samples.ts'
import { callProcedure, procedures } from '../../support/walls/procedures.ts'

const everyRole: readonly Role[] = ['owner', 'manager', 'agent', 'presenter', 'viewer']
const allButPresenter: readonly Role[] = ['owner', 'manager', 'agent', 'viewer']
const workers: readonly Role[] = ['owner', 'manager', 'agent']
const managers: readonly Role[] = ['owner', 'manager']
const presenters: readonly Role[] = ['owner', 'manager', 'presenter']

type Who = 'everybody' | { roles: readonly Role[]; scopes: readonly KeyScope[] }
const of = (roles: readonly Role[], ...scopes: KeyScope[]): Who => ({ roles, scopes })

/** Who may call what. Written down once more, by hand, so that a slip in the rights is seen. */
const table: Record<string, Who> = {
  'account.status': 'everybody',
  'account.signIn': 'everybody',
  'account.enterDemo': 'everybody',
  'account.found': 'everybody',
  'account.readInvitation': 'everybody',
  'account.join': 'everybody',
  'account.signOut': of(everyRole),
  'account.changePassword': of(everyRole),
  'account.sessions': of(everyRole),
  'account.endSession': of(everyRole),
  'account.endOtherSessions': of(everyRole),
  'account.organizations': of(everyRole),
  'account.switchOrganization': of(everyRole),

  'team.list': of(allButPresenter),
  'team.invite': of(managers),
  'team.revokeInvitation': of(managers),
  'team.changeRole': of(managers),
  'team.remove': of(managers),

  'calls.list': of(everyRole, 'read'),
  'calls.ready': of(everyRole, 'read'),
  'calls.missed': of(everyRole, 'read'),
  'calls.completed': of(everyRole, 'read'),
  'calls.byId': of(everyRole, 'read'),
  'calls.history': of(everyRole, 'read'),
  'calls.whyNotNow': of(everyRole, 'read'),
  'calls.facets': of(everyRole, 'read'),
  'calls.live': of(everyRole, 'read'),
  'calls.create': of(workers, 'write-calls'),
  'calls.update': of(workers, 'write-calls'),
  'calls.delete': of(managers, 'write-calls'),
  'calls.placeNow': of(workers, 'write-calls'),
  'calls.retry': of(workers, 'write-calls'),
  'calls.reschedule': of(workers, 'write-calls'),
  'calls.checkWish': of(workers, 'write-calls'),
  'calls.cancel': of(workers, 'write-calls'),
  'calls.judge': of(workers, 'write-calls'),
  'calls.changeMany': of(workers, 'write-calls'),
  'calls.undoMany': of(workers, 'write-calls'),

  'savedViews.list': of(everyRole),
  'savedViews.save': of(everyRole),
  'savedViews.delete': of(everyRole),

  'scheduleConfig.get': of(allButPresenter, 'read'),
  'scheduleConfig.preview': of(allButPresenter, 'read'),
  'scheduleConfig.forecast': of(allButPresenter, 'read'),
  'scheduleConfig.history': of(allButPresenter, 'read'),
  'scheduleConfig.update': of(managers, 'write-schedule'),
  'scheduleConfig.restore': of(managers, 'write-schedule'),

  'scheduleConfig.pauseState': of(allButPresenter, 'read'),
  'scheduleConfig.resume': of(managers, 'write-schedule'),

  'callScript.get': of(allButPresenter, 'read'),
  'callScript.save': of(managers, 'write-schedule'),

  'cases.list': of(allButPresenter, 'read'),
  'cases.summary': of(allButPresenter, 'read'),
  'cases.assign': of(workers, 'write-calls'),
  'cases.moveDue': of(workers, 'write-calls'),
  'cases.close': of(workers, 'write-calls'),
  'cases.rule': of(allButPresenter, 'read'),
  'cases.changeRule': of(managers, 'write-schedule'),
  'cases.advisors': of(allButPresenter),
  'cases.linkAdvisor': of(managers),

  'webhooks.list': of(managers),
  'webhooks.create': of(managers),
  'webhooks.update': of(managers),
  'webhooks.rotateSecret': of(managers),
  'webhooks.delete': of(managers),
  'webhooks.sendTest': of(managers),
  'webhooks.deliveries': of(managers),
  'webhooks.sendAgain': of(managers),

  'campaigns.list': of(allButPresenter, 'read'),
  'campaigns.byId': of(allButPresenter, 'read'),
  'campaigns.create': of(managers, 'write-schedule'),
  'campaigns.update': of(managers, 'write-schedule'),
  'campaigns.pause': of(managers, 'write-schedule'),
  'campaigns.addRecords': of(managers, 'write-schedule'),
  'campaigns.delete': of(managers, 'write-schedule'),

  'doNotCall.list': of(allButPresenter, 'read'),
  'doNotCall.add': of(workers, 'write-calls'),
  'doNotCall.remove': of(workers, 'write-calls'),

  'demo.scenarios': of(presenters, 'write-calls'),
  'demo.create': of(presenters, 'write-calls'),
  'demo.initiate': of(presenters, 'write-calls'),
  'demo.reset': of(presenters, 'write-calls'),

  'stage.scenarios': of(presenters, 'write-calls'),
  'stage.create': of(presenters, 'write-calls'),
  'stage.advance': of(presenters, 'write-calls'),
  'stage.hold': of(presenters, 'write-calls'),
  'stage.talk': of(presenters, 'write-calls'),
  'stage.figures': of(presenters, 'write-calls'),

  'serviceRecords.list': of(allButPresenter, 'read'),
  'serviceRecords.create': of(managers, 'write-visits'),
  'serviceRecords.import': of(managers, 'write-visits'),
  'serviceRecords.importFile': of(managers, 'write-visits'),
  'serviceRecords.readingChoice': of(managers, 'write-visits'),
  'serviceRecords.imports': of(managers, 'write-visits'),
  'serviceRecords.importProgress': of(managers, 'write-visits'),
  'serviceRecords.stopImport': of(managers, 'write-visits'),
  'serviceRecords.undoImport': of(managers, 'write-visits'),

  'sampleData.state': of(managers, 'write-visits'),
  'sampleData.load': of(managers, 'write-visits'),
  'sampleData.remove': of(managers, 'write-visits'),

  'apiKeys.list': of(managers),
  'apiKeys.create': of(managers),
  'apiKeys.revoke': of(managers),

  'insights.read': of(['owner', 'manager', 'viewer'], 'read'),

  'audit.list': of(['owner']),

  'customers.erase': of(['owner']),

  'organization.current': of(everyRole, 'read'),
  'organization.firstSteps': of(managers, 'write-visits'),
  'organization.settings': of(['owner']),
  'organization.update': of(['owner']),
}

let world: AppWorld
let house: House
/** Made beforehand: in what is refused, whatever is written is a fault. */
const members = new Map<Role, Identity>()
beforeAll(async () => {
  world = await createAppWorld()
  house = await furnishHouse(world.db, 'own')
  for (const role of roles) {
    members.set(role, await world.identityOf(house.organizationId, role))
  }
})
afterAll(() => world[Symbol.asyncDispose]())

const context = () => ({
  deps: world.deps,
  requestId: 'of a test',
  setCookies: () => undefined,
  providerSpeed: 4,
})
const inputOf = (name: string) => procedureSamples[name]?.(house.ids)

async function expectRefused(
  name: string,
  caller: ReturnType<typeof appRouter.createCaller>,
  code: 'UNAUTHORIZED' | 'FORBIDDEN',
) {
  expect(await callProcedure(caller, name, inputOf(name))).toMatchObject({ code, answer: null })
  // Refused before anything is looked at: bad input does not tell more than good input.
  expect((await callProcedure(caller, name, { nonsense: '\0' })).code).toBe(code)
}

/** Later calls may find what earlier ones have changed, but nobody is told that they may not. */
async function expectLetIn(name: string, caller: ReturnType<typeof appRouter.createCaller>) {
  const { code, message } = await callProcedure(caller, name, inputOf(name))
  // Nobody here came by a session whose password could be changed.
  const isWrongPassword = name === 'account.changePassword' && code === 'BAD_REQUEST'
  if (isWrongPassword) return
  expect(['OK', 'NOT_FOUND', 'CONFLICT'], `${code}: ${message}`).toContain(code)
}

it('knows every procedure, and every procedure has a sample', () => {
  const names = procedures.map(({ name }) => name).sort()
  expect(Object.keys(table).sort()).toEqual(names)
  expect(Object.keys(procedureSamples).sort()).toEqual(names)
})

it('lets strangers do only what is listed as open', () => {
  const open = procedures.filter(({ isOpen }) => isOpen).map(({ name }) => name)
  const listed = Object.keys(table).filter((name) => table[name] === 'everybody')
  expect(open.sort()).toEqual(listed.sort())
  const without = procedures.filter(({ right, isOpen }) => (right === null) !== isOpen)
  expect(without).toEqual([])
})

describe.each(procedures.filter(({ isOpen }) => !isOpen))('$name', ({ name }) => {
  const who = table[name]
  const allowed = who === undefined || who === 'everybody' ? { roles: [], scopes: [] } : who

  describe('changes nothing and', () => {
    let before: Awaited<ReturnType<typeof fingerprintOf>>
    beforeAll(async () => {
      before = await fingerprintOf(world.db)
    })
    // Once for all of them: whoever let one write would be found as well.
    afterAll(async () => {
      expect(await fingerprintOf(world.db)).toEqual(before)
    })

    it('is refused to strangers', async () => {
      const stranger = appRouter.createCaller({ ...context(), identity: null })
      await expectRefused(name, stranger, 'UNAUTHORIZED')
    })

    it.each(roles.filter((role) => !allowed.roles.includes(role)))(
      'is refused to %ss',
      async (role) => {
        const identity = members.get(role) ?? null
        await expectRefused(name, appRouter.createCaller({ ...context(), identity }), 'FORBIDDEN')
      },
    )

    it.each(keyScopes.filter((scope) => !allowed.scopes.includes(scope)))(
      'is refused to keys for %s',
      async (scope) => {
        const caller = appRouter.createCaller({ ...context(), identity: keyFor(scope) })
        await expectRefused(name, caller, 'FORBIDDEN')
      },
    )
  })

  it.each(allowed.roles)('is open to %ss', async (role) => {
    const identity = await world.identityOf(house.organizationId, role)
    await expectLetIn(name, appRouter.createCaller({ ...context(), identity }))
  })

  it.each(allowed.scopes)('is open to keys for %s', async (scope) => {
    await expectLetIn(name, appRouter.createCaller({ ...context(), identity: keyFor(scope) }))
  })
})

const keyFor = (scope: KeyScope) =>
  identityOfKey({
    organizationId: house.organizationId,
    id: house.ids.key,
    name: 'Key',
    scopes: [scope],
  })
