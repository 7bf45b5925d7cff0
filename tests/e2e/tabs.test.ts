import type { Page } from 'playwright-core'
import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { cancelCall } from '../../src/server/services/cancel-call.ts'
import { changeCall } from '../../src/server/services/change-call.ts'
import { openWindows, type Windows } from '../support/browser-windows.ts'
import { holdRequest } from '../support/hold-request.ts'
import { makeWaitingCalls } from '../support/make-waiting-calls.ts'
import { someActor } from '../support/test-identity.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let windows: Windows
let ids: string[]

beforeAll(async () => {
  // Late in the evening: nothing is placed.
  server = await startTestServer({ now: '2026-11-21T03:30:00Z' })
  windows = await openWindows()
  ids = await makeWaitingCalls(server, 60)
})
// A window that is left open goes on drawing whatever the next test does.
afterEach(() => windows[Symbol.asyncDispose]())
afterAll(() => server[Symbol.asyncDispose]())

async function metric(line: string): Promise<number> {
  const text = await (await fetch(`${server.address}/metrics`)).text()
  return Number(
    text
      .split('\n')
      .find((each) => each.startsWith(`${line} `))
      ?.split(' ')[1],
  )
}
const row = (page: Page, index: number) => page.locator(`[data-call="${ids[index]}"]`)
const ready = (page: Page) => page.getByRole('tab', { name: 'Ready for Call' })
const live = (page: Page) => page.locator('[data-live="live"]').waitFor()
const target = (index: number) => ({
  organizationId: server.organizationId,
  callId: ids[index] ?? '',
})
const cancel = (index: number) => cancelCall(server.deps, { ...target(index), actor: someActor })
const bringForward = (index: number) =>
  changeCall(server.deps, target(index), () => ({
    event: { type: 'rescheduled', dueAt: Temporal.Instant.from('2026-11-21T14:30:00Z') },
  }))

it('carries all tabs of a browser over one socket, and goes on when one of them closes', async () => {
  const first = await windows.open(server.address, { as: 'manager' })
  await live(first)
  const second = await first.context().newPage()
  await second.goto(server.address)
  const third = await first.context().newPage()
  await third.goto(server.address)
  for (const page of [first, second, third]) await live(page)
  await expect.poll(() => metric('ringback_feed_subscribers')).toBe(3)
  expect(await metric('ringback_live_sockets')).toBe(1)
  const begun = await metric('ringback_feed_openings_total{result="recovered"}')

  await cancel(0)
  for (const page of [first, second, third]) await row(page, 0).waitFor({ state: 'detached' })
  await first.close()
  await third.close({ runBeforeUnload: false })
  await expect.poll(() => metric('ringback_feed_subscribers'), { timeout: 10_000 }).toBe(1)
  await cancel(1)
  await row(second, 1).waitFor({ state: 'detached' })
  await expect.poll(() => second.title()).toBe('(58) Ready for Call · Ringback')
  expect(await metric('ringback_live_sockets')).toBe(1)
  expect(
    await metric('ringback_feed_openings_total{result="recovered"}'),
    'nothing to catch up',
  ).toBe(begun)
  await second.close()
  await expect.poll(() => metric('ringback_live_sockets'), { timeout: 10_000 }).toBe(0)
})

it('signs all tabs out when one signs out', async () => {
  const first = await windows.open(server.address, { as: 'manager' })
  const second = await first.context().newPage()
  await second.goto(server.address)
  for (const page of [first, second]) await live(page)
  await first
    .getByRole('button', { name: /account|Morgan|manager/i })
    .last()
    .click()
  await first.getByRole('menuitem', { name: /sign out/i }).click()
  for (const page of [first, second]) await page.waitForURL(/sign-in/)
  // The page that was left may still stand there for a moment, and names the role in its own button.
  await second.getByRole('button', { name: /^Manager/ }).click()
  await live(second)
  await first.context().close()
})

it('holds new calls above while one has scrolled, and brings them in when asked', async () => {
  const page = await windows.open(server.address, { as: 'manager' })
  await live(page)
  const scroller = page.locator('table').locator('..')
  await scroller.evaluate((element) => element.scrollTo({ top: 900 }))
  // Whoever has been at a row comes from there, and the first one is not drawn any more.
  await page.locator('tbody tr[aria-rowindex="19"]').focus()
  await row(page, 20).waitFor()
  const place = async () => (await row(page, 20).boundingBox())?.y
  const before = await place()
  await bringForward(0)
  await page.getByRole('button', { name: '1 new' }).waitFor()
  expect(await place(), 'nothing jumps').toBe(before)
  // One that was above leaves: the rows in sight stay where they are.
  await cancel(2)
  await expect.poll(() => ready(page).getAttribute('aria-description')).toBe('58 calls')
  expect(await place(), 'nothing jumps').toBe(before)
  await bringForward(1)
  await page.getByRole('button', { name: '2 new' }).click()
  await row(page, 0).waitFor()
  await row(page, 1).waitFor()
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(0)
  await expect.poll(() => page.getByRole('button', { name: '2 new' }).count()).toBe(0)
  const focused = () => page.locator(':focus').getAttribute('aria-rowindex')
  await expect.poll(focused, { message: 'the focus goes to the first row' }).toBe('2')
  await scroller.evaluate((element) => element.scrollTo({ top: 900 }))
  await page.getByRole('button', { name: 'Customer', exact: true }).click()
  await page
    .getByRole('columnheader', { name: 'Customer' })
    .and(page.locator('[aria-sort=ascending]'))
    .waitFor()
  const top = () => scroller.evaluate((element) => element.scrollTop)
  await expect.poll(top, { message: 'another order begins at its top' }).toBe(0)
  await page.context().close()
})

it('moves no row as a call opens beside them, and tells it apart from those that are selected', async () => {
  const page = await windows.open(server.address, { as: 'manager' })
  await live(page)
  const top = async () => (await row(page, 3).boundingBox())?.y
  const before = await top()
  expect(before).toBeGreaterThan(0)
  await row(page, 4).getByRole('checkbox').click()
  await row(page, 3).click()
  await page.getByRole('complementary').getByRole('heading').first().waitFor()
  expect(await top()).toBe(before)
  const ground = (index: number) =>
    row(page, index)
      .locator('td')
      .last()
      .evaluate((cell) => getComputedStyle(cell).backgroundColor)
  const opened = await ground(3)
  expect(opened).not.toBe(await ground(4))
  await row(page, 3).getByRole('checkbox').click()
  await expect.poll(() => ground(3), { message: 'open, and selected too' }).toBe(opened)
  await page.context().close()
})

it('moves no row beside an open call as a filter is set', async () => {
  const page = await windows.open(server.address, { as: 'manager', width: 1280 })
  await live(page)
  await row(page, 3).click()
  await page.getByRole('complementary').getByRole('heading').first().waitFor()
  const bar = page.getByRole('search', { name: 'Filter calls' })
  const before = (await bar.boundingBox())?.height
  expect(before).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Due today' }).click()
  await page.getByRole('button', { name: 'Clear all', exact: true }).waitFor()
  expect((await bar.boundingBox())?.height).toBe(before)
  await page.context().close()
})

it('keeps views among the filters of a telephone, and those that its browser had kept', async () => {
  const page = await windows.open(server.address, { as: 'manager', width: 390, height: 844 })
  await live(page)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  // As browsers kept them once.
  const key = `ringback.views.${server.organizationId}`
  const kept = [{ name: 'Unhappy', address: { tab: 'completed', score: 'detractor', mood: 'bad' } }]
  await page.evaluate(
    ([key, kept]) => localStorage.setItem(key ?? '', kept ?? ''),
    [key, JSON.stringify(kept)],
  )
  await press('Filters')
  await press('Due today')
  await press('Saved views')
  await page.getByRole('button', { name: 'Forget Unhappy' }).waitFor()
  // The list stays for whoever else uses the browser.
  const keys = () => page.evaluate(() => Object.keys(localStorage))
  const moved = expect.stringMatching(`^ringback.views-moved.${server.organizationId}.`)
  await expect.poll(keys).toEqual(expect.arrayContaining([key, moved]))
  await page.getByRole('textbox', { name: 'Save this view as' }).fill('Today')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Forget Today' }).waitFor()
  await page.keyboard.press('Escape')
  await press('Clear all')
  await press('Saved views')
  await press('Today')
  const due = page.getByRole('button', { name: 'Due today', pressed: true })
  await due.waitFor()
  const field = await page.getByLabel('To date').boundingBox()
  const edge = field && field.x + field.width
  expect(edge, 'no field beyond the edge').toBeLessThan(390)
  await page.context().close()
})

it('speaks Spanish to whose browser asks for it, and English once they choose it', async () => {
  const page = await windows.open(server.address, { as: 'manager', locale: 'es-ES' })
  await page.getByRole('heading', { level: 1, name: 'Llamadas' }).waitFor()
  await page.getByRole('tab', { name: 'Por llamar' }).waitFor()
  await page
    .getByRole('button', { name: /^Espera hasta mañana/ })
    .first()
    .click()
  await page.getByText('Cerrado hasta mañana 10:00').waitFor()
  await page.keyboard.press('Escape')

  const choose = async (account: RegExp, language: string) => {
    await page.getByRole('button', { name: account }).click()
    await page.getByRole('menuitem', { name: language }).click()
  }
  await choose(/^Su cuenta/, 'English')
  await ready(page).waitFor()
  await choose(/^Your account/, 'Español')
  await page.getByRole('tab', { name: 'Por llamar' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('es')
  await page.context().close()
})

it('shows at once what was asked of a call, and takes it back with the reason when it fails', async () => {
  const page = await windows.open(server.address, { as: 'manager' })
  await live(page)
  const failing = await holdRequest(page, /calls\.cancel/)
  await page
    .locator('table')
    .locator('..')
    .evaluate((element) => element.scrollTo({ top: 1500 }))
  await row(page, 30)
    .getByRole('button', { name: /^Actions for/ })
    .click()
  await page.getByRole('menuitem', { name: 'Cancel call' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel call' }).click()
  await expect.poll(() => row(page, 30).textContent()).toMatch(/Canceled/)
  expect(await row(page, 30).getAttribute('aria-busy')).toBe('true')
  failing.fail()
  await page.getByText('The call was not canceled').waitFor()
  await expect.poll(() => row(page, 30).textContent()).not.toMatch(/Canceled/)
  expect(await row(page, 30).getAttribute('aria-busy')).toBeNull()
  await page.context().close()
})

it('does nothing later that failed without a network', async () => {
  const page = await windows.open(server.address, { as: 'manager' })
  await live(page)
  const choose = async (index: number, name: string) => {
    const menu = row(page, index).getByRole('button', { name: /^Actions for/ })
    await menu.click()
    await page.getByRole('menuitem', { name }).waitFor()
    return page.getByRole('menuitem', { name })
  }
  const cancelByHand = async (index: number) => {
    await (await choose(index, 'Cancel call')).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel call' }).click()
    await row(page, index).waitFor({ state: 'detached' })
  }
  await cancelByHand(5)
  // What tells of it is there then, network or not.
  await page.getByText('Customer 05 will not be called.').waitFor()
  const asked = { where: { id: ids[4] ?? '' } }
  const before = await server.db.call.findUniqueOrThrow(asked)
  const placeNow = await choose(4, 'Place now')
  await page.context().setOffline(true)
  await placeNow.click()
  await page.getByText('The call was not placed').waitFor()
  await page.context().setOffline(false)
  await live(page)
  // What had waited for the network would have gone before this.
  await cancelByHand(10)
  expect(await server.db.call.findUniqueOrThrow(asked)).toEqual(before)
  await page.context().close()
})

it('pauses and resumes nothing later that was asked for without a network', async () => {
  const page = await windows.open(`${server.address}/schedule`, { as: 'manager' })
  const button = (name: string) => page.getByRole('button', { name })
  const offline = (is: boolean) => page.context().setOffline(is)
  const { organizationId } = server
  const version = async () =>
    (
      await server.db.scheduleConfig.aggregate({
        where: { organizationId },
        _max: { version: true },
      })
    )._max.version ?? 0
  const before = await version()
  await button('Pause calling').waitFor()
  await offline(true)
  await button('Pause calling').click()
  await page.getByRole('alert').getByText('Not paused:').waitFor()
  await offline(false)
  // What had waited for the network would have gone before this.
  await button('Pause calling').click()
  await button('Resume calling').waitFor()
  expect(await version()).toBe(before + 1)

  await page.goto(server.address)
  await live(page)
  await button('Resume calling').waitFor()
  await offline(true)
  await button('Resume calling').click()
  await page.getByText('It did not go on:').waitFor()
  await offline(false)
  await button('Resume calling').click()
  await button('Resume calling').waitFor({ state: 'detached' })
  expect(await version()).toBe(before + 2)
  await page.context().close()
})

it('gives back a note that could not be saved after another call was opened', async () => {
  const page = await windows.open(server.address, { as: 'manager' })
  await live(page)
  const failing = await holdRequest(page, /calls\.update/)
  await row(page, 6).click()
  const panel = page.getByRole('complementary')
  await panel.getByRole('textbox', { name: 'Notes' }).fill('Prefers mornings')
  await panel.getByRole('button', { name: 'Save note' }).click()
  await failing.isAsked
  await row(page, 7).click()
  await panel.getByRole('heading', { name: 'Customer 07' }).waitFor()
  failing.fail()
  const title = 'Your changes to the call of Customer 06 are not saved'
  const words = page.getByRole('textbox', { name: title })
  expect(await words.inputValue()).toBe('Notes: Prefers mornings')
  await page.context().close()
})

it('keeps what is written while a note is being saved', async () => {
  const page = await windows.open(server.address, { as: 'manager' })
  await live(page)
  await row(page, 8).click()
  const panel = page.getByRole('complementary')
  const notes = panel.getByRole('textbox', { name: 'Notes' })
  const save = panel.getByRole('button', { name: 'Save note' })
  await notes.fill('Prefers')
  await page.route(/calls\.update/, async (route) => {
    await notes.fill('Prefers mornings')
    await route.continue()
  })
  await save.click()
  const saved = async () =>
    (await server.db.call.findUnique({ where: { id: ids[8] ?? '' } }))?.notes
  await expect.poll(saved).toBe('Prefers')
  await expect.poll(() => save.isEnabled()).toBe(true)
  expect(await notes.inputValue()).toBe('Prefers mornings')
  await page.unroute(/calls\.update/)
  await save.click()
  await expect.poll(saved).toBe('Prefers mornings')
  await page.context().close()
})

it('moves a call outside the windows as asked, although another time was only just typed', async () => {
  const page = await windows.open(server.address, { as: 'manager' })
  await live(page)
  await row(page, 9)
    .getByRole('button', { name: /^Actions for/ })
    .click()
  await page.getByRole('menuitem', { name: 'Reschedule' }).click()
  const dialog = page.getByRole('dialog', { name: 'Reschedule' })
  const time = dialog.getByLabel(/^When the customer wants/)
  await time.fill('2026-11-21T19:00')
  await dialog.getByRole('checkbox', { name: /^Call outside the windows/ }).check()
  await dialog.getByText('Will be called outside the windows').waitFor()
  await time.fill('2026-11-21T19:15')
  await time.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(/^Customer 09 will be called tomorrow 7:15\sPM\.$/).waitFor()
  expect(await server.db.call.findUnique({ where: { id: ids[9] ?? '' } })).toMatchObject({
    dueAt: new Date('2026-11-22T00:15:00Z'),
    isAllowedOutsideWindows: true,
  })
  await page.context().close()
})

it('goes on to what was not loaded yet when all that was shown has left', async () => {
  const page = await windows.open(server.address, { as: 'manager' })
  await live(page)
  const menu = row(page, 3).getByRole('button', { name: /^Actions for/ })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Place now' }).click()
  await expect
    .poll(() => page.locator(':focus').count(), { message: 'the focus stays in the row' })
    .toBe(1)
  for (let index = 3; index < 59; index += 1) {
    if (index !== 5 && index !== 10) await cancel(index)
  }
  await row(page, 59).waitFor()
  await page.context().close()
})
