import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { changeCall } from '../../src/server/services/change-call.ts'
import { addToDoNotCall } from '../../src/server/services/change-do-not-call.ts'
import { openWindows, type Windows } from '../support/browser-windows.ts'
import { makeCall } from '../support/factories.ts'
import { graveFaults } from '../support/grave-faults.ts'
import { holdRequest } from '../support/hold-request.ts'
import { someActor } from '../support/test-identity.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let windows: Windows
beforeAll(async () => {
  // Late in the evening: nothing is placed.
  server = await startTestServer({ now: '2026-11-21T03:30:00Z' })
  windows = await openWindows()
})
// A window that is left open goes on drawing whatever the next test does.
afterEach(() => windows[Symbol.asyncDispose]())
afterAll(() => server[Symbol.asyncDispose]())

async function endCall(npsScore: number) {
  const { organizationId } = server
  const live = { status: 'in_progress', attemptCount: 1, dueAt: null }
  const { id: callId } = await makeCall(server.db, organizationId, live)
  await changeCall(server.deps, { organizationId, callId }, () => ({
    event: {
      type: 'attempt_ended',
      outcome: 'answered',
      talkSec: 40,
      retryAt: null,
      retryWishedAt: null,
    },
    fields: { npsScore, feedbackSummary: 'The brakes squeak since the service.' },
  }))
  return callId
}

it('opens a case at a low score, tells who is there at once, and closes with what was done', async () => {
  const agent = await windows.open(server.address, { as: 'agent' })
  const manager = await windows.open(`${server.address}/cases`, { as: 'manager' })
  await manager.getByText('No case is open').waitFor()
  await agent.locator('[data-live="live"]').waitFor()

  await manager.getByRole('button', { name: 'Change which scores open a case' }).click()
  const rule = manager.getByRole('dialog', { name: 'Which scores open a case' })
  await rule.getByRole('combobox').selectOption('0 to 4')
  expect(await graveFaults(manager)).toEqual([])
  await rule.getByRole('button', { name: 'Save' }).click()
  await rule.waitFor({ state: 'hidden' })
  await manager.getByRole('main').getByText('Low is 0 to 4 of 10.').waitFor()

  await endCall(5)
  const callId = await endCall(3)
  // Nobody reloads anything.
  await agent.getByText('Diego Okafor gave 3 of 10').waitFor()
  await agent.getByRole('link', { name: /^Cases\W+1 open$/ }).waitFor()
  // At once: the notice goes by itself.
  await agent.getByRole('button', { name: 'See the open cases' }).click()
  const row = manager.getByRole('listitem').filter({ hasText: 'Diego Okafor' })
  await row.getByText('Nobody has it yet').waitFor()
  expect(await graveFaults(manager)).toEqual([])
  for (const menu of ['Hand over the case of', 'Give the case of']) {
    await row.getByRole('button', { name: menu }).click()
    await manager.getByRole('menu').waitFor()
    expect(await graveFaults(manager, '[role=menu]')).toEqual([])
    await manager.keyboard.press('Escape')
    await manager.getByRole('menu').waitFor({ state: 'detached' })
  }

  await agent.getByRole('button', { name: 'Take the case of Diego Okafor' }).click()
  await row.getByText('Demo agent, due').waitFor()
  await agent.getByRole('button', { name: 'Close the case of Diego Okafor' }).click()
  const dialog = agent.getByRole('dialog', { name: 'Close the case of Diego Okafor' })
  await dialog.getByRole('button', { name: 'Close the case' }).click()
  await dialog.getByText('Say what was done for the customer.').waitFor()
  await server.clock.skip(90 * 60_000)
  await dialog.getByRole('textbox', { name: 'What was done?' }).fill('Changed the brake pads, free')
  expect(await graveFaults(agent)).toEqual([])
  await dialog.getByRole('button', { name: 'Close the case' }).click()

  await manager.getByText('No case is open').waitFor()
  await manager.getByRole('link', { name: /^Median time to close, of 1 in 90 days: 1 h/ }).click()
  const closed = manager.getByRole('list', { name: 'Closed cases' }).getByRole('listitem')
  await expect.poll(() => closed.count()).toBe(1)
  await manager.getByRole('button', { name: 'Remove filter: Closed in the last 90 days' }).click()
  await expect.poll(() => new URL(manager.url()).search).toBe('?show=closed')
  await agent.getByRole('link', { name: 'Cases', exact: true }).waitFor()
  await agent.goto(`${server.address}/?tab=completed&call=${callId}`)
  const details = agent.getByRole('complementary', { name: 'Call details' })
  const note = details.getByRole('region', { name: 'Case' })
  await note.getByText('Changed the brake pads, free').waitFor()
  await note.getByRole('link', { name: 'All closed cases' }).click()
  await agent.getByRole('list', { name: 'Closed cases' }).waitFor()
  expect(windows.complaints).toEqual([])
})

it('keeps what was written on a case, whoever closes it meanwhile and whatever fails', async () => {
  await endCall(2)
  const agent = await windows.open(`${server.address}/cases`, { as: 'agent' })
  const name = 'Close the case of Diego Okafor'
  const dialogOf = (page: typeof agent) => page.getByRole('dialog', { name })
  const answer = (page: typeof agent) => dialogOf(page).getByRole('textbox')
  const send = (page: typeof agent) =>
    dialogOf(page).getByRole('button', { name: 'Close the case' }).click()

  await agent.getByRole('button', { name }).click()
  await answer(agent).fill('Called back')
  const failing = await holdRequest(agent, /cases\.close/)
  await send(agent)
  await failing.isAsked
  await agent.keyboard.press('Escape')
  await dialogOf(agent).waitFor({ state: 'hidden' })
  expect(await agent.locator(':focus').getAttribute('aria-label')).toBe(name)
  failing.fail()
  const told = agent.getByRole('textbox', { name: 'The case of Diego Okafor is not closed' })
  expect(await told.inputValue()).toBe('Called back')
  await agent.unroute(/cases\.close/)

  // It outlives the session too, for who wrote it. The session ends when this was sent: whatever else
  // the page asks for would be refused as well, and close the dialog below the pointer.
  await agent.getByRole('button', { name }).click()
  const late = await holdRequest(agent, /cases\.close/)
  await send(agent)
  await late.isAsked
  await server.db.session.deleteMany()
  late.goOn()
  await agent.getByText('You were signed out').waitFor()
  await agent.unroute(/cases\.close/)
  // That it was refused is in the browser's log.
  windows.complaints.splice(0)
  await agent.getByRole('button', { name: 'Agent' }).click()
  const manager = await windows.open(`${server.address}/cases`, { as: 'manager' })
  await agent.getByRole('button', { name }).click()
  expect(await answer(agent).inputValue()).toBe('Called back')
  await manager.getByRole('button', { name }).click()
  await answer(manager).fill('Sent flowers')
  await send(manager)
  await agent.getByText('No case is open').waitFor()
  expect(await answer(agent).inputValue()).toBe('Called back')
  await send(agent)
  await dialogOf(agent)
    .getByText(/^Not closed: /)
    .waitFor()
  expect(await answer(agent).inputValue()).toBe('Called back')
  for (const page of [agent, manager]) await page.context().close()
})

it('does not grow old: what falls due, a campaign, and who asks for no calls', async () => {
  const { organizationId } = server
  const callId = await endCall(1)
  const campaign = await server.db.campaign.create({ data: { organizationId, name: 'Winter' } })
  const page = await windows.open(server.address, { as: 'manager' })
  await page.clock.install()
  await page.goto(`${server.address}/cases`)
  await page.getByRole('link', { name: /^Cases\W+1 open$/ }).waitFor()
  await server.db.case.update({
    where: { organizationId_callId: { organizationId, callId } },
    data: { dueAt: new Date('2026-11-20T20:00:00Z') },
  })
  await page.clock.fastForward('01:01')
  await page.getByRole('link', { name: /^Cases\W+1 open, 1 overdue$/ }).waitFor()
  await page.getByRole('listitem').getByText('Overdue').waitFor()

  await page.goto(`${server.address}/campaigns/${campaign.id}`)
  await page.getByRole('heading', { level: 1, name: 'Winter' }).waitFor()
  await server.db.campaign.update({ where: { id: campaign.id }, data: { name: 'Spring' } })
  await page.clock.fastForward('00:21')
  await page.getByRole('heading', { level: 1, name: 'Spring' }).waitFor()

  const { phoneNumber } = await makeCall(server.db, organizationId)
  await page.goto(`${server.address}/do-not-call`)
  await page.getByText('Nobody is on the list').waitFor()
  await page.locator('[data-live="live"]').waitFor()
  const reason = 'Asked for it during a call'
  await addToDoNotCall(server.deps, { organizationId, phoneNumber, reason, actor: someActor })
  await page.getByText(reason).waitFor()
  await page.context().close()
})
