import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readIdentityChanges } from '../../src/server/db/read-identity-changes.ts'
import { changeCall } from '../../src/server/services/change-call.ts'
import { createPerson, hashOfPassword } from '../../src/server/services/create-person.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { makeKey } from '../support/walls/make-key.ts'
import { samplePassword } from '../support/walls/procedure-samples.ts'
import { type Listener, WebVisitor } from '../support/walls/web-visitor.ts'

let server: TestServer
let organizationId: string
let flow: ReturnType<typeof keepChanging>
/** Somebody else of the organization, who stays and hears everything. */
let witness: Listener
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T17:00:00Z' })
  organizationId = (await makeOrganization(server.db)).id
  const [, visitor] = await comeIn()
  witness = await visitor.listen()
  flow = keepChanging()
})
afterAll(async () => {
  await flow.stop()
  witness[Symbol.dispose]()
  await server[Symbol.asyncDispose]()
})

/** One change after the other, as fast as the database takes them, until it is stopped. */
function keepChanging() {
  let isGoing = true
  const run = (async () => {
    const call = await makeCall(server.db, organizationId, { dueAt: new Date('2026-12-20') })
    for (let round = 0; isGoing; round += 1) {
      const target = { organizationId, callId: call.id }
      await changeCall(server.deps, target, () => ({ fields: { notes: `Round ${round}` } }))
    }
  })()
  return {
    async stop() {
      isGoing = false
      await run
    },
  }
}

let count = 0
/** A new member who has signed in by password. */
async function comeIn(role = 'agent', visitor = new WebVisitor(server.address)) {
  count += 1
  const email = `robin-${count}@x.test`
  const passwordHash = await hashOfPassword(samplePassword)
  const { id: userId } = await server.db.$transaction((tx) =>
    createPerson(tx, { name: `Robin ${count}`, email, passwordHash }, new Date()),
  )
  const member = await server.db.member.create({ data: { organizationId, userId, role } })
  const { status } = await visitor.mutate('account.signIn', { email, password: samplePassword })
  expect(status).toBe(200)
  return [{ email, userId, memberId: member.id }, visitor] as const
}

/** Silent within a second of the deed and closed within five, while others go on hearing. */
async function expectSilenced(listener: Listener, deed: () => Promise<unknown>) {
  await listener.next()
  await deed()
  const doneMs = performance.now()
  const { code, atMs } = await listener.closed
  expect(code).toBe(4401)
  expect(listener.lastHeardMs - doneMs).toBeLessThan(1000)
  expect(atMs - doneMs).toBeLessThan(5000)
  const heard = listener.heardCount
  await witness.next()
  await witness.next()
  expect(listener.heardCount).toBe(heard)
}

describe('an open socket, with changes flowing, falls silent and closes', {
  timeout: 20_000,
}, () => {
  it('when its person signs out', async () => {
    const [, visitor] = await comeIn()
    await expectSilenced(await visitor.listen(), () => visitor.mutate('account.signOut'))
    expect(await visitor.upgrade({ cookie: visitor.cookie, origin: server.address })).toBe(401)
  })

  it('when its session is ended from another place', async () => {
    const [{ email }, visitor] = await comeIn()
    const elsewhere = new WebVisitor(server.address)
    await elsewhere.mutate('account.signIn', { email, password: samplePassword })
    await expectSilenced(await visitor.listen(), () => elsewhere.mutate('account.endOtherSessions'))
    expect(await elsewhere.query('account.status')).toMatchObject({ isSignedIn: true })
  })

  it('when the password is changed elsewhere', async () => {
    const [{ email }, visitor] = await comeIn()
    const elsewhere = new WebVisitor(server.address)
    await elsewhere.mutate('account.signIn', { email, password: samplePassword })
    const change = { currentPassword: samplePassword, newPassword: 'another horse battery' }
    await expectSilenced(await visitor.listen(), () =>
      elsewhere.mutate('account.changePassword', change),
    )
  })

  it('when its person is removed from the team', async () => {
    const [{ memberId }, visitor] = await comeIn()
    const [, owner] = await comeIn('owner')
    await expectSilenced(await visitor.listen(), () =>
      owner.mutate('team.remove', { id: memberId }),
    )
  })

  it('when its person gets another role', async () => {
    const [{ memberId }, visitor] = await comeIn()
    const [, owner] = await comeIn('owner')
    await expectSilenced(await visitor.listen(), () =>
      owner.mutate('team.changeRole', { id: memberId, role: 'presenter' }),
    )
  })

  it('when its person goes on in another organization', async () => {
    const [{ userId }, visitor] = await comeIn()
    const other = await makeOrganization(server.db)
    await server.db.member.create({ data: { organizationId: other.id, userId, role: 'owner' } })
    await expectSilenced(await visitor.listen(), () =>
      visitor.mutate('account.switchOrganization', { id: other.id }),
    )
  })

  it('when somebody else signs in by the same browser', async () => {
    const [, visitor] = await comeIn()
    const before = visitor.cookie
    const listener = await visitor.listen()
    await expectSilenced(listener, () => comeIn('agent', visitor))
    expect(await visitor.query('account.status')).toMatchObject({ isSignedIn: true })
    expect(await visitor.upgrade({ cookie: before, origin: server.address })).toBe(401)
  })

  it('when its browser joins another organization or enters the demo', async () => {
    const [, visitor] = await comeIn()
    await expectSilenced(await visitor.listen(), () =>
      visitor.mutate('account.enterDemo', { role: 'agent' }),
    )
    const [, owner] = await comeIn('owner')
    const invitation = await owner.mutate('team.invite', { email: 'new@x.test', role: 'agent' })
    const { token } = invitation.data as { token: string }
    const join = { token, name: 'Robin', password: samplePassword }
    await expectSilenced(await visitor.listen(), () => visitor.mutate('account.join', join))
    expect(await visitor.query('account.status')).toMatchObject({ isSignedIn: true })
  })

  it('when its session runs out', async () => {
    const [{ userId }, visitor] = await comeIn()
    await expectSilenced(await visitor.listen(), () =>
      server.db.session.updateMany({ where: { userId }, data: { expiresAt: new Date(0) } }),
    )
  })

  it.each([
    ['is revoked', (id: string) => server.db.apiKey.delete({ where: { id } })],
    [
      'is disabled',
      (id: string) => server.db.apiKey.update({ where: { id }, data: { enabled: false } }),
    ],
    [
      'runs out',
      (id: string) => server.db.apiKey.update({ where: { id }, data: { expiresAt: new Date(0) } }),
    ],
  ])('when its key %s', async (_how, deed) => {
    const { id, key } = await makeKey(server.db, organizationId, ['read'])
    const program = new WebVisitor(server.address)
    await expectSilenced(await program.listen({ authorization: `Bearer ${key}` }), () => deed(id))
  })
})

it('is found however long the database was away', async () => {
  const subjectId = randomUUID()
  const at = new Date(Date.now() - 60_000)
  await server.db.identityChange.create({ data: { subjectId, at } })
  const subjectsOf = async (withinMs: number) =>
    (await readIdentityChanges(server.deps.accounts.db, withinMs)).map((each) => each.subjectId)
  expect(await subjectsOf(15_000)).not.toContain(subjectId)
  expect(await subjectsOf(75_000)).toContain(subjectId)
})

it('stays open for whoever stays', () => {
  expect(witness.socket.readyState).toBe(witness.socket.OPEN)
})

describe('the visitors of the demo, who share an account', () => {
  const enter = async (role: string) => {
    const visitor = new WebVisitor(server.address)
    expect((await visitor.mutate('account.enterDemo', { role })).status).toBe(200)
    return visitor
  }

  it('see and end no session but their own', async () => {
    const first = await enter('agent')
    const second = await enter('agent')
    expect(await first.query('account.sessions')).toMatchObject([{ isCurrent: true }])
    expect((await first.mutate('account.endOtherSessions')).data).toEqual({ ended: 0 })
    const [{ id } = { id: '' }] = (await second.query('account.sessions')) as { id: string }[]
    expect((await first.mutate('account.endSession', { id })).status).toBe(404)
    expect(await second.query('account.status')).toMatchObject({ isSignedIn: true })
  })

  it('find the door as it was, whatever the visitor before them did', async () => {
    const agent = await enter('agent')
    const manager = await enter('manager')
    const { members } = (await manager.query('team.list')) as {
      members: { id: string; role: string }[]
    }
    const demoAgent = members.find(({ role }) => role === 'agent')
    await manager.mutate('team.remove', { id: demoAgent?.id })
    expect(await agent.query('account.status')).toMatchObject({ isSignedIn: false })
    const next = await enter('agent')
    expect(await next.query('organization.current')).toMatchObject({ user: { role: 'agent' } })
  })
})
