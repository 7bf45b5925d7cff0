import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverWebhooks } from '../../src/server/services/deliver-webhooks.ts'
import { inviteMember } from '../../src/server/services/invite-member.ts'
import { createWebhookSender } from '../../src/server/webhooks/webhook-sender.ts'
import { openWindows, type Windows } from '../support/browser-windows.ts'
import { dropFile } from '../support/drop-file.ts'
import { makeCall, makeOrganization, makeServiceRecord } from '../support/factories.ts'
import { graveFaults } from '../support/grave-faults.ts'
import { startHookReceiver } from '../support/hook-receiver.ts'
import { makeMember } from '../support/test-identity.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let windows: Windows
let owner: Page
let agent: Page

beforeAll(async () => {
  // Friday 17:30 in New York.
  server = await startTestServer({ now: '2026-11-20T22:30:00Z', isDemoOpen: false })
  windows = await openWindows()
})
afterAll(async () => {
  await windows[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

const readyTab = (page: Page) => page.getByRole('tab', { name: 'Ready for Call' })
const onTheLine = (page: Page) => page.locator('tbody').getByText(/Placing|Ringing|In progress/)

describe('from nobody to a team', () => {
  it('founds the first organization by the link that the server prints', async () => {
    owner = await windows.open(`${server.address}/sign-in`)
    await owner.getByText('Nobody has an account yet').waitFor()
    expect(await graveFaults(owner)).toEqual([])
    await owner.goto(`${server.address}/set-up#${server.deps.accounts.setUpToken}`)
    await owner.getByLabel('Name of the organization').fill('Example Motors')
    expect(await graveFaults(owner)).toEqual([])
    await owner.getByLabel('Your name').fill('Robin Example')
    await owner.getByLabel('Your e-mail address').fill('robin@example.com')
    await owner.getByRole('textbox', { name: 'Password' }).fill('four words and more')
    await owner.getByRole('button', { name: 'Create the organization' }).click()
    await readyTab(owner).waitFor()
    await owner.getByRole('heading', { name: 'Your first steps' }).waitFor()
    expect(await graveFaults(owner)).toEqual([])
  })

  it('invites a second person, who joins by the link', async () => {
    await owner.goto(`${server.address}/settings/team`)
    await owner.getByLabel('E-mail address').fill('alex@example.com')
    await owner.getByRole('button', { name: 'Invite', exact: true }).click()
    const link = await owner.getByLabel('Link of the invitation').inputValue()
    await owner.getByRole('button', { name: 'Done' }).click()
    await owner.getByText('alex@example.com', { exact: true }).waitFor()

    agent = await windows.open(link)
    await agent.getByRole('heading', { name: 'Join Example Motors' }).waitFor()
    expect(await graveFaults(agent)).toEqual([])
    await agent.getByLabel('Your name').fill('Alex Example')
    await agent.getByRole('textbox', { name: 'Choose a password' }).fill('other words and more')
    await agent.getByRole('button', { name: 'Join' }).click()
    await readyTab(agent).waitFor()

    const latecomer = await windows.open(link)
    await latecomer.getByText('This link opens nothing').waitFor()
  })

  it('shows the second person the calls as they happen', async () => {
    await owner.goto(server.address)
    await dropFile(owner, 'tests/fixtures/visits.csv')
    await owner.getByRole('button', { name: 'Done' }).click()
    await expect.poll(() => readyTab(agent).textContent(), { timeout: 10_000 }).toContain('60')
    await expect
      .poll(
        async () => {
          await server.pass(2)
          return onTheLine(agent).count()
        },
        { timeout: 10_000 },
      )
      .toBeGreaterThan(0)
  })

  it('lets an agent read the schedule and not change it, and says who may', async () => {
    await agent.goto(`${server.address}/schedule`)
    const pause = agent.getByRole('button', { name: 'Pause calling' })
    await pause.waitFor()
    expect(await pause.isDisabled()).toBe(true)
    expect(await agent.getByLabel('Time zone of the windows').first().isDisabled()).toBe(true)
    await agent.getByText('Only owners and managers can change these rules.').waitFor()
    await agent.goto(`${server.address}/settings/audit`)
    await agent.getByText('This page is not open to you').waitFor()
  })

  it('tells an agent of a pause, and who may end it', async () => {
    await owner.goto(`${server.address}/schedule`)
    await owner.getByRole('button', { name: 'Pause calling' }).click()
    await owner.getByRole('button', { name: 'Resume calling' }).waitFor()
    await agent.goto(server.address)
    const words = await agent.getByText('Calling is paused: no call goes out.').textContent()
    await owner.getByRole('button', { name: 'Resume calling' }).click()
    await owner.getByRole('button', { name: 'Pause calling' }).waitFor()
    expect(words).toBe(
      'Calling is paused: no call goes out. Only owners and managers can pause and resume calling.',
    )
  })
})

describe('settings', () => {
  it('makes a key that opens the door, shows it once and revokes it', async () => {
    await owner.goto(`${server.address}/settings/keys`)
    await owner.getByLabel('Name').fill('Workshop system')
    await owner.getByRole('button', { name: 'Make a key' }).click()
    const key = await owner.getByLabel('The key').inputValue()
    const ask = async () => {
      const headers = { authorization: `Bearer ${key}` }
      return (await fetch(`${server.address}/api/v1/calls/ready`, { headers })).status
    }
    expect(await ask()).toBe(200)
    await owner.getByRole('button', { name: 'Done' }).click()
    await owner.reload()
    await owner.getByText(/last used/).waitFor()
    expect(await owner.content()).not.toContain(key)
    await owner.getByRole('button', { name: 'Revoke Workshop system' }).click()
    await owner.getByText('shut out at once').waitFor()
    expect(await graveFaults(owner, '[role=dialog]')).toEqual([])
    await owner.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await owner.getByText('No program has a key yet.').waitFor()
    expect(await ask()).toBe(401)
  })

  it('sends a test to a webhook, and shows what was answered', async () => {
    await using receiver = await startHookReceiver()
    const webhooks = createWebhookSender({ isPrivateAllowed: true })
    const deliver = () => deliverWebhooks({ ...server.deps, db: server.deps.systemDb, webhooks })
    await owner.goto(`${server.address}/settings/webhooks`)
    await owner.getByLabel('Address').fill('https://192.168.0.7/hook')
    await owner.getByRole('button', { name: 'Make a webhook' }).click()
    await owner.getByText('nothing is sent into private networks').waitFor()
    await owner.getByLabel('Address').fill('https://hooks.example.com/')
    await owner.getByRole('button', { name: 'Make a webhook' }).click()
    await owner.getByRole('button', { name: 'Done' }).click()
    await owner.getByText('https://hooks.example.com/').waitFor()
    await server.db.webhookEndpoint.updateMany({ data: { url: receiver.url } })
    await owner.reload()
    await owner.getByRole('button', { name: `Send a test to ${receiver.url}` }).click()
    const log = owner.getByRole('list', { name: `Messages to ${receiver.url}` })
    await log.getByText('On its way').waitFor()
    await deliver()
    await log.getByText('Answered 200.').waitFor()
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({ type: 'webhook.test' })
    receiver.status = 503
    await log.getByRole('button', { name: 'Send again' }).click()
    await log.getByText('On its way').waitFor()
    await deliver()
    await log.getByText('Answered 503.').waitFor()
    await server.db.webhookEndpoint.deleteMany()
  })

  it('erases a customer by phone number after asking, and tells it in the audit log', async () => {
    const { phoneNumber } = await server.db.call.findFirstOrThrow({ where: { status: 'ready' } })
    await owner.goto(`${server.address}/settings/erase`)
    await owner.getByLabel('Phone number of the customer').fill(phoneNumber)
    await owner.getByRole('button', { name: 'Erase this customer' }).click()
    await owner.getByRole('dialog', { name: 'Erase this customer?' }).waitFor()
    expect(await graveFaults(owner, '[role=dialog]')).toEqual([])
    await owner.getByRole('button', { name: 'Erase for good' }).click()
    await owner.getByText(/erased\. The number is not called again/).waitFor()
    expect(await server.db.call.count({ where: { phoneNumber } })).toBe(0)
    await owner.goto(`${server.address}/settings/audit?what=customer.erased`)
    const entries = owner.getByRole('list', { name: 'Entries, newest first' })
    await expect.poll(() => entries.getByRole('listitem').count(), { timeout: 5000 }).toBe(1)
    expect(await entries.textContent()).toContain('Robin Example erased a customer')
    expect(await owner.content()).not.toContain(phoneNumber)
  })
})

describe('the settings', () => {
  const url = 'https://example.com/ringback'
  const views: [name: string, heading: string, ask?: () => Promise<void>][] = [
    ['account', 'Where you are signed in'],
    ['organization', 'Organization'],
    ['team', 'Members', () => owner.getByRole('button', { name: 'Remove Alex Example' }).click()],
    ['keys', 'Keys in use'],
    [
      ...(['webhooks', 'New webhook'] as const),
      async () => {
        await owner.getByRole('button', { name: `More for ${url}` }).click()
        await owner.getByRole('menuitem', { name: 'Delete' }).click()
      },
    ],
    [
      ...(['sample', 'Sample data'] as const),
      () => owner.getByRole('button', { name: 'Remove sample data' }).click(),
    ],
    ['audit', 'Audit log'],
    ['erase', 'Erase a customer'],
  ]
  beforeAll(async () => {
    const { id: organizationId } = await server.db.organization.findFirstOrThrow()
    const data = { organizationId, url, events: ['call.completed'], secret: 'whsec_c2VjcmV0' }
    await server.db.webhookEndpoint.create({ data })
    await makeServiceRecord(server.db, organizationId, { isSample: true })
    await server.db.organization.update({
      where: { id: organizationId },
      data: { sampleLoadedAt: new Date() },
    })
  })
  afterAll(() => server.db.serviceRecord.deleteMany({ where: { isSample: true } }))
  it.each(views)('%s has no serious fault, light or dark', async (name, heading, ask) => {
    await owner.goto(`${server.address}/settings/${name}`)
    await owner.getByRole('heading', { name: heading, level: 2 }).waitFor()
    await expect.poll(() => owner.locator('main [aria-busy=true]').count()).toBe(0)
    expect(await graveFaults(owner)).toEqual([])
    if (ask === undefined) return
    await ask()
    await owner.getByRole('dialog').waitFor()
    expect(await graveFaults(owner, '[role=dialog]')).toEqual([])
  })
})

describe('a second organization', () => {
  it('is joined with the password of the account, and left again by the menu', async () => {
    const other = await makeOrganization(server.db)
    await makeCall(server.db, other.id, { dueAt: null })
    const { token } = await inviteMember(server.deps, {
      identity: await makeMember(server.db, other.id),
      email: 'robin@example.com',
      role: 'viewer',
    })
    await owner.goto(`${server.address}/join#${token}`)
    const password = owner.getByRole('textbox', { name: 'Password of your account' })
    await password.fill('not the password')
    await owner.getByRole('button', { name: 'Join' }).click()
    await owner.getByText('This is not the password').first().waitFor()
    await password.fill('four words and more')
    await owner.getByRole('button', { name: 'Join' }).click()

    await owner.locator('tbody tr[aria-rowindex]').first().click()
    const details = owner.getByRole('complementary', { name: 'Call details' })
    await details.getByText('can work with calls').waitFor()
    expect(await details.getByRole('button', { name: 'Cancel call' }).isDisabled()).toBe(true)
    expect(await details.getByRole('textbox', { name: 'Notes' }).isEditable()).toBe(false)

    await owner.getByRole('button', { name: /Your account/ }).click()
    await owner.getByRole('menuitem', { name: 'Example Motors, owner' }).click()
    await owner.getByRole('banner').getByText('Example Motors').waitFor()
    await owner.getByRole('link', { name: 'Import visits' }).waitFor()
  })
})

describe('signing out', () => {
  it('makes the other window of the session fall silent within a second', async () => {
    const other = await agent.context().newPage()
    // A socket of its own, which can be listened to; the one that tabs share lies in a worker.
    await other.addInitScript(() => Reflect.deleteProperty(globalThis, 'SharedWorker'))
    const heard: number[] = []
    other.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => payload === 'PONG' || heard.push(Date.now())),
    )
    await other.goto(server.address)
    await readyTab(other).waitFor()
    const greetings = heard.length
    const isFlowing = async () => {
      await server.pass(2)
      return heard.length > greetings
    }
    await expect.poll(isFlowing, { timeout: 10_000 }).toBe(true)

    await agent.getByRole('button', { name: /Your account/ }).click()
    const answer = agent.waitForResponse((response) => response.url().includes('account.signOut'))
    await agent.getByRole('menuitem', { name: 'Sign out' }).click()
    await answer
    const signedOutAt = Date.now()
    await expect
      .poll(
        async () => {
          await server.pass(2)
          return other.getByText('You were signed out').isVisible()
        },
        { timeout: 10_000 },
      )
      .toBe(true)
    // Calls go on, and none of it is heard there.
    await server.pass(60, 5)
    expect(Math.max(...heard) - signedOutAt).toBeLessThan(1000)
    await agent.getByRole('heading', { name: 'Sign in' }).waitFor()
  })
})
