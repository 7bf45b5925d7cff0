import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIdentify } from '../../src/server/auth/identify.ts'
import { resetPassword } from '../../src/server/services/reset-password.ts'
import { type AppWorld, createAppWorld } from '../support/app-world.ts'
import { atOnce } from '../support/at-once.ts'
import { makeOrganization } from '../support/factories.ts'
import { Visitor } from '../support/visitor.ts'

let world: AppWorld

beforeAll(async () => {
  world = await createAppWorld({
    // Not known before the world is: the first request comes later.
    identify: (headers) => {
      const { auth, db } = world.deps.accounts
      return createIdentify({ auth, db })(headers)
    },
  })
  // The world's own organization would make the first visitor a late one.
  await world.db.organization.deleteMany()
})
afterAll(() => world[Symbol.asyncDispose]())

const newVisitor = (address?: string) => new Visitor(world.app.server, address)
const password = 'correct horse battery'
const founder = {
  organizationName: 'Lindqvist & Söner',
  timeZone: 'Europe/Stockholm',
  name: 'Ada',
  email: 'ada@example.com',
  password,
}

async function signedIn(email: string, with_ = password): Promise<Visitor> {
  const visitor = newVisitor()
  const answer = await visitor.mutate('account.signIn', { email, password: with_ })
  expect(answer).toMatchObject({ status: 200 })
  return visitor
}

async function invite(by: Visitor, email: string, role: string): Promise<string> {
  const { data } = await by.mutate('team.invite', { email, role })
  return (data as { token: string }).token
}

describe('the first visitor', () => {
  it('founds the organization with the token that the server printed, once', async () => {
    const visitor = newVisitor()
    expect((await visitor.query('account.status')).data).toEqual({
      isSignedIn: false,
      demoRoles: [],
      needsSetUp: true,
      isSignUpOpen: false,
    })
    const without = await visitor.mutate('account.found', founder)
    expect(without).toMatchObject({ status: 403, error: { issues: [{ path: 'setUpToken' }] } })
    const wrong = await visitor.mutate('account.found', { ...founder, setUpToken: 'guess' })
    expect(wrong.status).toBe(403)
    expect(await world.db.user.count({ where: { email: founder.email } })).toBe(0)

    const { setUpToken } = world.deps.accounts
    expect(await visitor.mutate('account.found', { ...founder, setUpToken })).toMatchObject({
      status: 200,
    })
    expect((await visitor.query('organization.current')).data).toMatchObject({
      name: 'Lindqvist & Söner',
      timeZone: 'Europe/Stockholm',
      user: { name: 'Ada', role: 'owner' },
    })
    const second = await newVisitor().mutate('account.found', {
      ...founder,
      email: 'second@example.com',
      setUpToken,
    })
    expect(second.status).toBe(403)
  })

  it('gets a cookie that no script reads and no other site sends along', async () => {
    const response = await world.app.server.inject({
      method: 'POST',
      url: '/trpc/account.signIn',
      headers: { 'x-ringback': '1' },
      payload: { email: founder.email, password },
    })
    expect(String(response.headers['set-cookie'])).toMatch(
      /^ringback-session=.*HttpOnly; SameSite=Lax$/,
    )
  })
})

describe('signing in', () => {
  it('refuses a wrong password and an unknown address in the same words', async () => {
    const wrong = { email: founder.email, password: 'wrong' }
    const unknown = { email: 'nobody@example.com', password: 'wrong' }
    const first = await newVisitor().mutate('account.signIn', wrong)
    expect(first.status).toBe(401)
    expect(await newVisitor().mutate('account.signIn', unknown)).toEqual(first)
  })

  it('leaves a stranger nothing but the door', async () => {
    expect((await newVisitor().query('organization.current')).status).toBe(401)
    const rest = await world.app.server.inject('/api/v1/calls/ready')
    expect(rest.statusCode).toBe(401)
    expect(rest.json()).toMatchObject({ code: 'UNAUTHORIZED' })
  })

  it('ends with signing out, also for whoever kept the cookie', async () => {
    const visitor = await signedIn(founder.email)
    const kept = visitor.cookie
    expect((await visitor.mutate('account.signOut')).status).toBe(200)
    expect(visitor.cookie).toBe('')
    const thief = newVisitor()
    thief.cookies.set(...(kept.split('=', 2) as [string, string]))
    expect((await thief.query('organization.current')).status).toBe(401)
  })

  it('is offered for a demo only where there is one', async () => {
    expect((await newVisitor().mutate('account.enterDemo', { role: 'agent' })).status).toBe(404)
  })
})

describe('an invitation', () => {
  it('lets its holder join once, in the role that it names', async () => {
    const owner = await signedIn(founder.email)
    const token = await invite(owner, 'Ben@Example.com', 'agent')
    const guest = newVisitor()
    expect((await guest.mutate('account.readInvitation', { token })).data).toMatchObject({
      organizationName: 'Lindqvist & Söner',
      inviterName: 'Ada',
      email: 'ben@example.com',
      role: 'agent',
      hasAccount: false,
    })
    const short = await guest.mutate('account.join', { token, name: 'Ben', password: 'short' })
    expect(short).toMatchObject({ status: 400, error: { issues: [{ path: 'password' }] } })
    expect((await guest.mutate('account.join', { token, name: 'Ben', password })).status).toBe(200)
    expect((await guest.query('organization.current')).data).toMatchObject({
      user: { name: 'Ben', role: 'agent' },
    })
    const again = await newVisitor().mutate('account.join', { token, name: 'Eve', password })
    expect(again.status).toBe(404)
    expect((await guest.mutate('team.invite', { email: 'x@y.test', role: 'agent' })).status).toBe(
      403,
    )
  })

  it('is worth nothing once taken back, replaced, or run out', async () => {
    const owner = await signedIn(founder.email)
    const first = await invite(owner, 'cleo@example.com', 'viewer')
    const second = await invite(owner, 'cleo@example.com', 'viewer')
    expect((await newVisitor().mutate('account.readInvitation', { token: first })).status).toBe(404)
    const { data } = await owner.query('team.list')
    const [{ id }] = (data as { invitations: [{ id: string }] }).invitations
    expect((await owner.mutate('team.revokeInvitation', { id })).status).toBe(200)
    expect((await newVisitor().mutate('account.readInvitation', { token: second })).status).toBe(
      404,
    )
    const third = await invite(owner, 'cleo@example.com', 'viewer')
    await world.clock.advance(8 * 24 * 60 * 60 * 1000)
    expect((await newVisitor().mutate('account.readInvitation', { token: third })).status).toBe(404)
  })

  it('ends the older one where an address is invited twice at once', async () => {
    const { id: organizationId } = await makeOrganization(world.db)
    const caller = await world.callerOf(organizationId)
    const email = 'eve@example.com'
    const inviteEve = () => caller.team.invite({ email, role: 'viewer' })
    const invited = await atOnce(world.db, organizationId, [inviteEve, inviteEve])
    expect(invited.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    const all = await world.db.invitation.findMany({ where: { organizationId, email } })
    expect(all.map(({ status }) => status).sort()).toEqual(['pending', 'revoked'])
  })

  it('is not left open for who joined while it was made', async () => {
    const { id: organizationId } = await makeOrganization(world.db)
    const caller = await world.callerOf(organizationId)
    const email = 'fay@example.com'
    const inviteFay = () => caller.team.invite({ email, role: 'viewer' })
    const { token } = await inviteFay()
    const join = () => newVisitor().mutate('account.join', { token, name: 'Fay', password })
    const [joined, invited] = await atOnce<unknown>(world.db, organizationId, [join, inviteFay])
    expect([joined, invited]).toMatchObject([
      { status: 'fulfilled', value: { status: 200 } },
      { status: 'rejected', reason: { code: 'CONFLICT' } },
    ])
    const all = await world.db.invitation.findMany({ where: { organizationId, email } })
    expect(all.map(({ status }) => status)).toEqual(['accepted'])
  })

  it('joins an account that exists by its password, in a second organization', async () => {
    const owner = await signedIn(founder.email)
    const other = await world.db.organization.create({
      data: { name: 'Other', slug: 'other', timeZone: 'UTC' },
    })
    const dora = await world.identityOf(other.id, 'viewer')
    const email = `viewer-${other.id}@x.test`
    const token = await invite(owner, email, 'viewer')
    const guest = newVisitor()
    expect(await guest.mutate('account.readInvitation', { token })).toMatchObject({
      data: { hasAccount: true },
    })
    const wrong = await guest.mutate('account.join', { token, password })
    expect(wrong).toMatchObject({ status: 401, error: { issues: [{ path: 'password' }] } })
    expect(await world.db.member.count({ where: { userId: dora.actor.id ?? '' } })).toBe(1)
  })
})

describe('the team', () => {
  it('keeps an owner, whatever is asked', async () => {
    const owner = await signedIn(founder.email)
    const { data } = await owner.query('team.list')
    const { members } = data as { members: { id: string; role: string }[] }
    const id = members.find(({ role }) => role === 'owner')?.id
    expect((await owner.mutate('team.changeRole', { id, role: 'viewer' })).status).toBe(409)
    expect((await owner.mutate('team.remove', { id })).status).toBe(409)
  })

  it('lets a manager run it, but make no owners and touch none', async () => {
    const owner = await signedIn(founder.email)
    const token = await invite(owner, 'mia@example.com', 'manager')
    const manager = newVisitor()
    await manager.mutate('account.join', { token, name: 'Mia', password })
    const { data } = await manager.query('team.list')
    const { members } = data as { members: { id: string; name: string; role: string }[] }
    const idOf = (name: string) => members.find((member) => member.name === name)?.id
    const inFrench = { email: 'z@example.com', role: 'agent', language: 'fr' }
    expect(await manager.mutate('team.invite', inFrench)).toMatchObject({
      status: 400,
      error: { issues: [{ path: 'language' }] },
    })
    const refused = [
      await manager.mutate('team.invite', { email: 'z@example.com', role: 'owner' }),
      await manager.mutate('team.changeRole', { id: idOf('Ben'), role: 'owner' }),
      await manager.mutate('team.changeRole', { id: idOf('Ada'), role: 'viewer' }),
      await manager.mutate('team.remove', { id: idOf('Ada') }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    const change = { id: idOf('Ben'), role: 'viewer' }
    expect((await manager.mutate('team.changeRole', change)).status).toBe(200)
    expect((await manager.mutate('team.remove', { id: idOf('Ben') })).status).toBe(200)
    expect(
      await world.db.auditEntry.findMany({
        where: { actorName: 'Mia', action: { startsWith: 'member.' } },
        select: { action: true, before: true, after: true },
        orderBy: { id: 'asc' },
      }),
    ).toEqual([
      {
        action: 'member.joined',
        before: null,
        after: { email: 'mia@example.com', role: 'manager' },
      },
      { action: 'member.role_changed', before: { role: 'agent' }, after: { role: 'viewer' } },
      { action: 'member.removed', before: { role: 'viewer' }, after: null },
    ])
  })
})

describe('who invited and may not any more', () => {
  async function teamWithManager() {
    const { id: organizationId } = await makeOrganization(world.db)
    const owner = await world.callerOf(organizationId)
    const manager = await world.callerOf(organizationId, 'manager')
    const { members } = await owner.team.list()
    const id = members.find(({ role }) => role === 'manager')?.id ?? ''
    const email = `gus@${organizationId}.test`
    const { token } = await manager.team.invite({ email, role: 'manager' })
    return { organizationId, owner, manager, id, token }
  }
  const offerOf = async (token: string) =>
    (await newVisitor().mutate('account.readInvitation', { token })).status

  it('finds the door closed that they left open when they were dismissed', async () => {
    const { organizationId, owner, id, token } = await teamWithManager()
    await owner.team.remove({ id })
    expect(await offerOf(token)).toBe(404)
    const entries = await world.db.auditEntry.findMany({
      where: { organizationId },
      orderBy: { id: 'asc' },
    })
    expect(entries.map(({ action }) => action)).toEqual([
      'invitation.created',
      'invitation.revoked',
      'member.removed',
    ])
  })

  it('keeps what the lower role may still give, and loses the rest', async () => {
    const { organizationId, owner, manager, id, token } = await teamWithManager()
    await owner.team.changeRole({ id, role: 'owner' })
    expect(await offerOf(token)).toBe(200)
    const email = `hal@${organizationId}.test`
    const { token: toOwn } = await manager.team.invite({ email, role: 'owner' })
    await owner.team.changeRole({ id, role: 'manager' })
    expect([await offerOf(token), await offerOf(toOwn)]).toEqual([200, 404])
    await owner.team.changeRole({ id, role: 'agent' })
    expect([await offerOf(token), await offerOf(toOwn)]).toEqual([404, 404])
  })

  it('makes no invitation in the moment in which they are dismissed', async () => {
    const { organizationId, owner, manager, id } = await teamWithManager()
    const invite = () => manager.team.invite({ email: 'ivy@example.com', role: 'viewer' })
    const remove = () => owner.team.remove({ id })
    const [removed, invited] = await atOnce<unknown>(world.db, organizationId, [remove, invite])
    expect([removed, invited]).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'FORBIDDEN' } },
    ])
    const all = await world.db.invitation.findMany({ where: { organizationId } })
    expect(all.map(({ status }) => status)).toEqual(['revoked'])
  })
})

describe('sessions and passwords', () => {
  it('lists where somebody is signed in, and logs out everywhere else', async () => {
    const here = await signedIn(founder.email)
    const there = await signedIn(founder.email)
    const { data } = await here.query('account.sessions')
    const sessions = data as { isCurrent: boolean; address: string }[]
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1)
    expect(sessions[0]).toMatchObject({ address: '192.0.2.7' })
    expect((await here.mutate('account.endOtherSessions')).data).toEqual({
      ended: sessions.length - 1,
    })
    expect((await there.query('organization.current')).status).toBe(401)
    expect((await here.query('organization.current')).status).toBe(200)
  })

  it('changes a password only for whoever knows the old one, and ends the other sessions', async () => {
    const here = await signedIn(founder.email)
    const there = await signedIn(founder.email)
    const newPassword = 'another correct horse'
    const wrong = { currentPassword: 'wrong', newPassword }
    expect(await here.mutate('account.changePassword', wrong)).toMatchObject({
      status: 400,
      error: { issues: [{ path: 'currentPassword' }] },
    })
    const right = { currentPassword: password, newPassword }
    expect((await here.mutate('account.changePassword', right)).status).toBe(200)
    expect((await here.query('organization.current')).status).toBe(200)
    expect((await there.query('organization.current')).status).toBe(401)
    await signedIn(founder.email, newPassword)
  })

  it('gives a new password to who forgot theirs, ends all their sessions, and says so', async () => {
    const { accounts, clock } = world.deps
    const email = 'forgetful@example.com'
    const { id: organizationId } = await makeOrganization(world.db)
    const { id: userId } = await world.db.user.create({ data: { name: 'Bo', email } })
    await world.db.member.create({ data: { organizationId, userId, role: 'owner' } })
    await world.db.account.create({
      data: { userId, accountId: userId, providerId: 'credential', password: 'no hash' },
    })
    const reset = async () => {
      const given = await resetPassword({ db: accounts.db, clock }, email)
      if (given === null) throw new Error('There is no such account.')
      return given.password
    }
    const first = await reset()
    const visitor = await signedIn(email, first)
    const second = await reset()
    expect(second).not.toBe(first)
    expect((await visitor.query('organization.current')).status).toBe(401)
    expect((await newVisitor().mutate('account.signIn', { email, password: first })).status).toBe(
      401,
    )
    await signedIn(email, second)
    const marks = await world.db.auditEntry.findMany({
      where: { organizationId, action: 'password.reset' },
    })
    expect(marks).toMatchObject([
      { actorKind: 'system', subjectId: userId, after: { email } },
      { actorKind: 'system', subjectId: userId, after: { email } },
    ])
    expect(JSON.stringify(marks)).not.toContain(second)
  })

  it('resets no password of nobody, nor one that all visitors of the demo share', async () => {
    const { accounts, clock } = world.deps
    const reset = (email: string) => resetPassword({ db: accounts.db, clock }, email)
    expect(await reset('nobody@example.com')).toBeNull()
    await expect(reset('agent@demo.invalid')).rejects.toThrow(/share this account/)
  })
})
