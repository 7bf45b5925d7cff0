import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { openWindows, type Windows } from '../support/browser-windows.ts'
import { makeCall, makeOrganization } from '../support/factories.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let windows: Windows
let page: Page
let callId: string

beforeAll(async () => {
  // Late in the evening: nothing is placed.
  server = await startTestServer({ now: '2026-11-21T03:30:00Z' })
  windows = await openWindows()
  const dueAt = new Date('2026-11-21T15:00:00Z')
  const record = { customerName: 'Ana Ruiz' }
  callId = (await makeCall(server.db, server.organizationId, { dueAt, record })).id
})
// A window that is left open goes on drawing whatever the next test does.
afterEach(() => windows[Symbol.asyncDispose]())
afterAll(() => server[Symbol.asyncDispose]())
beforeEach(async () => {
  page = await windows.open(server.address, { as: 'manager' })
  await page.goto(`${server.address}/?call=${callId}`)
  await page.locator('[data-live="live"]').waitFor()
})

const note = () => page.getByRole('textbox', { name: 'Notes' })
const keptNote = async () =>
  (await server.db.call.findUniqueOrThrow({ where: { id: callId } })).notes
const question = () => page.getByRole('dialog', { name: 'Leave without saving?' })
const answer = (name: string) => question().getByRole('button', { name }).click()
async function choose(name: string) {
  await page.getByRole('button', { name: /^Your account/ }).click()
  await page.getByRole('menuitem', { name }).click()
}

it('asks about a draft before somebody is signed out, who can save it still', async () => {
  await note().fill('Asks for a rental car.')
  await choose('Sign out')
  await answer('Stay')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect.poll(keptNote).toBe('Asks for a rental car.')

  await note().fill('Asks for a van.')
  await choose('Sign out')
  await answer('Leave and lose them')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await keptNote()).toBe('Asks for a rental car.')
  expect(windows.complaints.splice(0)).toEqual([])
})

/** The session ends on the way of what is saved: ended before, another question might hear of it first. */
async function endSession() {
  const isSaved = (url: URL) => url.pathname.includes('calls.update')
  const end = async (route: Route) => {
    await server.db.session.deleteMany()
    await route.continue()
  }
  await page.route(isSaved, end, { times: 1 })
  await page.getByRole('button', { name: 'Save note' }).click()
  await page.getByText('You were signed out').waitFor()
  expect(await page.getByText('Ana Ruiz').count()).toBe(0)
  // That the note was refused is in the browser's log.
  windows.complaints.splice(0)
}
const comeInAs = (role: string) => page.getByRole('button', { name: role }).click()

it('holds nobody at a draft whom the server knows no longer, and gives it back to them alone', async () => {
  await note().fill('Asks for a bus.')
  await endSession()
  await comeInAs('Manager')
  await expect.poll(() => note().inputValue()).toBe('Asks for a bus.')
  await page.getByRole('button', { name: 'Save note' }).click()
  await expect.poll(keptNote).toBe('Asks for a bus.')

  await note().fill('Asks for a tram.')
  await endSession()
  await comeInAs('Agent')
  await note().waitFor()
  expect(await note().inputValue()).toBe('Asks for a bus.')
  expect(windows.complaints).toEqual([])
})

it('keeps what is written while the window gets too narrow for the call to stand beside the list', async () => {
  await server.db.call.update({ where: { id: callId }, data: { feedbackSummary: 'All well.' } })
  await page.reload()
  const tag = page.getByRole('combobox', { name: 'Tags' })
  await note().fill('Asks for a scooter.')
  await page.getByRole('button', { name: 'Correct' }).click()
  await page.getByRole('textbox', { name: 'Summary' }).fill('The brakes squeak.')
  const praised = page.getByRole('combobox', { name: 'Praised' })
  await praised.pressSequentially('frien')
  await page.setViewportSize({ width: 1000, height: 900 })
  await page.getByRole('dialog', { name: 'Call details' }).waitFor()
  expect(await praised.inputValue()).toBe('frien')
  await praised.fill('')
  await tag.pressSequentially('call ba')
  const written = async () => [
    await note().inputValue(),
    await page.getByRole('textbox', { name: 'Summary' }).inputValue(),
    await tag.inputValue(),
  ]
  for (const width of [1440, 1000]) {
    await page.setViewportSize({ width, height: 900 })
    const isDrawer = width === 1000
    const place = page.getByRole(isDrawer ? 'dialog' : 'complementary', { name: 'Call details' })
    await place.waitFor()
    expect(await written()).toEqual(['Asks for a scooter.', 'The brakes squeak.', 'call ba'])
  }
  await page.getByRole('button', { name: 'Discard' }).last().click()
  await page.getByRole('button', { name: 'Discard' }).click()
  expect(windows.complaints).toEqual([])
})

it('asks about a draft before it goes to another organization, and once', async () => {
  const other = await makeOrganization(server.db, { name: 'Lakeside Motors' })
  const manager = await server.db.member.findFirstOrThrow({
    where: { organizationId: server.organizationId, role: 'manager' },
  })
  const { userId, role } = manager
  await server.db.member.create({ data: { organizationId: other.id, userId, role } })
  await page.reload()
  await note().fill('Asks for a bicycle.')
  const byBrowser: string[] = []
  page.on('dialog', (dialog) => {
    byBrowser.push(dialog.type())
    void dialog.dismiss()
  })
  await choose('Lakeside Motors, manager')
  await answer('Stay')
  expect(await note().inputValue()).toBe('Asks for a bicycle.')
  await page.getByText('Ana Ruiz').first().waitFor()
  await choose('Lakeside Motors, manager')
  await answer('Leave and lose them')
  await page.getByText('Lakeside Motors').first().waitFor()
  await expect.poll(() => page.getByText('Ana Ruiz').count()).toBe(0)
  expect(byBrowser).toEqual([])
  expect(windows.complaints).toEqual([])
})
