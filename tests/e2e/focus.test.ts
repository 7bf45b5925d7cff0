import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openWindows, type Windows } from '../support/browser-windows.ts'
import { makeCall } from '../support/factories.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let windows: Windows

beforeAll(async () => {
  // Late in the evening: nothing is placed.
  server = await startTestServer({ now: '2026-11-21T03:30:00Z' })
  windows = await openWindows()
  for (let made = 0; made < 12; made += 1) {
    const dueAt = new Date(Date.parse('2026-11-21T15:00:00Z') + made * 60_000)
    const record = { customerName: `Customer ${String(made).padStart(2, '0')}` }
    await makeCall(server.db, server.organizationId, { dueAt, record })
  }
  await makeCall(server.db, server.organizationId, {
    status: 'completed',
    outcome: 'answered',
    dueAt: null,
    endTime: new Date('2026-11-20T20:00:00Z'),
    feedbackSummary: 'The brakes squeak.',
    record: { customerName: 'Ana Ruiz' },
  })
})
// A window that is left open goes on drawing whatever the next test does.
afterEach(() => windows[Symbol.asyncDispose]())
afterAll(() => server[Symbol.asyncDispose]())

async function openPage(size: { width: number; height: number }, place = '') {
  const page = await windows.open(`${server.address}/${place}`, { as: 'manager', ...size })
  await page.locator('[data-live="live"]').waitFor()
  return { page, ...keyboardOf(page) }
}
const panel = (page: Page) => page.getByRole('dialog', { name: 'Call details' })
const gone = (page: Page, name: string) =>
  page.getByRole('dialog', { name }).waitFor({ state: 'detached' })

it('leaves the arrows to the opened call and to cards, and moves through the rows by letters', async () => {
  const { page, press, focused } = await openPage({ width: 1440, height: 500 })
  await page.getByRole('link', { name: 'Customer 00' }).waitFor()
  await press('ArrowDown')
  await expect.poll(focused).toBe('Customer 00')
  await press('ArrowDown')
  await expect.poll(focused).toBe('Customer 01')
  await press('Enter')
  const beside = page.getByRole('complementary', { name: 'Call details' })
  await beside.getByRole('heading', { name: 'Customer 01' }).waitFor()
  await expect.poll(focused).toBe('Call details')
  await press('ArrowDown')
  await expect.poll(() => beside.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0)
  expect(await focused()).toBe('Call details')
  await press('j')
  await expect.poll(focused).toBe('Customer 01')
  // What a key brings for the first time comes open already, and gives the focus back all the same.
  for (const [key, title] of [
    ['?', 'Keys'],
    ['t', 'Tag the call to Customer 01'],
  ] as const) {
    await press(key)
    await page.getByRole('dialog', { name: title }).waitFor()
    await press('Escape')
    await gone(page, title)
    await expect.poll(focused).toBe('Customer 01')
  }
  await page.context().close()

  const cards = await openPage({ width: 390, height: 500 })
  await cards.page.getByRole('link', { name: 'Customer 00' }).focus()
  await cards.press('ArrowDown')
  const list = cards.page.getByRole('list', { name: 'Calls ready to be placed' })
  await expect
    .poll(() => list.evaluate(({ parentElement }) => parentElement?.scrollTop))
    .toBeGreaterThan(0)
  await cards.page.context().close()
})

it.each([
  ['table', 1000],
  ['cards', 390],
])('gives the focus back to the call in the %s that it lay over', async (_list, width) => {
  const { page, press, focused } = await openPage({ width, height: 700 })
  await page.getByRole('link', { name: 'Customer 02' }).click()
  await panel(page).getByRole('heading', { name: 'Customer 02' }).waitFor()
  await press('Escape')
  await gone(page, 'Call details')
  await expect.poll(focused).toBe('Customer 02')
  await press('Enter')
  await panel(page).getByRole('button', { name: 'Close call details' }).click()
  await gone(page, 'Call details')
  await expect.poll(focused).toBe('Customer 02')
  await page.context().close()
})

it('goes on at what a button brings in its own place, and back at the button', async () => {
  const { page, press, focused } = await openPage({ width: 1440, height: 900 }, 'cases')
  await page.getByRole('button', { name: 'Change which scores open a case' }).click()
  await page.getByRole('dialog', { name: 'Which scores open a case' }).waitFor()
  await press('Escape')
  await gone(page, 'Which scores open a case')
  await expect.poll(focused).toBe('Change which scores open a case')

  await page.goto(`${server.address}/?tab=completed`)
  await page.getByRole('link', { name: 'Ana Ruiz' }).click()
  await page.getByRole('button', { name: 'Correct' }).click()
  const first = page.getByLabel('NPS')
  await expect.poll(() => first.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.context().close()
})

it('closes at Escape what is on top, and nothing below it', async () => {
  const { page, press, focused } = await openPage({ width: 1000, height: 700 })
  await page.getByRole('link', { name: 'Customer 03' }).click()
  const note = panel(page).getByRole('textbox', { name: 'Notes' })
  await note.waitFor()
  for (const name of ['Reschedule', 'Cancel call'] as const) {
    await panel(page).getByRole('button', { name }).click()
    const title = name === 'Reschedule' ? name : 'Cancel this call?'
    await page.getByRole('dialog', { name: title }).waitFor()
    await press('Escape')
    await gone(page, title)
    await panel(page).waitFor()
    await expect.poll(focused).toBe(name)
  }
  await press('Control+k')
  await page.getByRole('textbox', { name: 'Find a command' }).waitFor()
  await press('Escape')
  await gone(page, 'Commands')
  await panel(page).waitFor()

  await note.fill('Asks for a rental car.')
  await press('Tab', 'Escape')
  const title = 'Leave without saving?'
  await page.getByRole('dialog', { name: title }).waitFor()
  await press('Escape')
  await gone(page, title)
  await panel(page).waitFor()
  expect(await note.inputValue()).toBe('Asks for a rental car.')
  // Nothing is asked a second time: the next key is heard by the opened call.
  await press('Escape')
  await page.getByRole('dialog', { name: title }).waitFor()
  await page.getByRole('button', { name: 'Leave and lose them' }).click()
  await gone(page, 'Call details')
  await expect.poll(focused).toBe('Customer 03')
  expect(windows.complaints).toEqual([])
  await page.context().close()
})
