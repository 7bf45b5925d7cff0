import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessibilityTree } from '../support/accessibility-tree.ts'
import { openWindows, type Windows } from '../support/browser-windows.ts'
import { makeCall } from '../support/factories.ts'
import { graveFaults } from '../support/grave-faults.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let windows: Windows
let page: Page
const missedIds: string[] = []

beforeAll(async () => {
  // Late in the evening: nothing is placed.
  server = await startTestServer({ now: '2026-11-21T03:30:00Z' })
  const { db, organizationId } = server
  for (const [index, customerName] of ['Ana Ruiz', 'Bo Lind', 'Cy Moss'].entries()) {
    const endTime = new Date(Date.parse('2026-11-20T20:00:00Z') - index * 60_000)
    const call = { status: 'missed', outcome: 'busy', dueAt: null, endTime } as const
    missedIds.push((await makeCall(db, organizationId, { ...call, record: { customerName } })).id)
  }
  await makeCall(db, organizationId, { dueAt: new Date('2026-11-21T15:00:00Z') })
  windows = await openWindows()
  page = await windows.open(server.address, { as: 'agent' })
  await page.locator('[data-live="live"]').waitFor()
})
afterAll(async () => {
  await windows[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

const statuses = async () => {
  const calls = await server.db.call.findMany({ where: { id: { in: missedIds } } })
  return missedIds.map((id) => calls.find((call) => call.id === id)?.status)
}
const tree = () => accessibilityTree(page)
const hears = async (...lines: (string | RegExp)[]) => {
  const wanted = lines.map((line) =>
    typeof line === 'string' ? line : expect.stringMatching(line),
  )
  await expect.poll(tree, { timeout: 15_000 }).toEqual(expect.arrayContaining(wanted))
}

it('carries an agent through the morning by keys alone, and tells a screen reader all of it', async () => {
  const { press, pressOn } = keyboardOf(page)
  await hears('tab: Ready for Call, selected', 'table: Calls ready to be placed')
  await press('2')
  await hears('tab: Missed Calls, selected', 'table: Missed calls', 'searchbox: Search calls')

  // A key that has no row to go by says so.
  await press('x')
  await hears(/Go to a row or select some first/)

  // Two are selected, and sent back to Ready.
  await press('j')
  await hears('row: Ana Ruiz, focused')
  await press('x', 'j', 'x')
  await hears(
    'checkbox: Select Ana Ruiz, checked',
    'checkbox: Select Bo Lind, checked',
    'checkbox: Select Cy Moss',
    'toolbar: Selected calls',
    'button: Reschedule',
  )
  expect(await graveFaults(page)).toEqual([])
  // What the status tells goes at Escape, and the choice stays.
  await pressOn(/^Live$/)
  await press('Escape')
  await hears('checkbox: Select Bo Lind, checked')
  await press('r')
  await hears('dialog: Retry 2 calls?, modal', 'button: Retry, focused')
  await press('Enter')
  await hears('region: What became of the change', /2 calls ready to be called again/)
  expect(await statuses()).toEqual(['ready', 'ready', 'missed'])
  await pressOn(/^Undo$/)
  await hears(/2 calls stand as before/)
  expect(await statuses()).toEqual(['missed', 'missed', 'missed'])

  // One is searched for, opened, closed and tagged.
  await press('/')
  await page.keyboard.type('möss')
  await page.locator('mark', { hasText: 'Moss' }).waitFor()
  await press('Escape', 'j', 'Enter')
  await hears(
    'complementary: Call details, focused',
    'heading: Cy Moss',
    'group: Actions',
    'textbox: Notes',
    'button: Close call details',
  )
  await press('Escape')
  await hears('row: Cy Moss, focused')
  await press('t')
  await hears('dialog: Tag the call to Cy Moss, modal')
  await page.keyboard.type('call back')
  await press('Enter')
  await pressOn(/^Save tags$/)
  await hears(/1 call tagged/)

  // The search goes along to another tab, which says where else it finds something.
  await press('1')
  await hears('tab: Ready for Call, selected', 'button: 1 in Missed Calls')
  await pressOn(/^1 in Missed Calls$/)
  await hears('tab: Missed Calls, selected', 'row: Cy Moss')

  // The keys explain themselves, and what has no key has a name.
  await press('?')
  await hears('dialog: Keys, modal', 'term: Next row')
  await press('Escape', 'Control+k')
  await page.getByRole('textbox', { name: 'Find a command' }).waitFor()
  await page.keyboard.type('completed')
  await press('Enter')
  await hears('tab: Completed Calls, selected')

  // A key that fits no call says why; a view is named, and Escape leaves what opened.
  await press('1', '/', 'ControlOrMeta+a', 'Backspace', 'Escape')
  await hears('tab: Ready for Call, selected', 'table: Calls ready to be placed')
  await press('j')
  await hears(/^row: .*focused/)
  await press('r')
  await hears(/Ready calls are placed by themselves/)
  await pressOn(/^Saved views$/)
  await page.getByRole('textbox', { name: 'Save this view as' }).waitFor()
  await page.keyboard.type('Tomorrow')
  await press('Enter')
  await hears('button: Forget Tomorrow')
  await press('Escape')
  await hears(/^button: Saved views.*focused/)
  await pressOn(/^Columns$/)
  await hears(/^dialog: Columns/)
  await press('Escape')

  // The tour goes step by step, and does not offer itself again.
  await hears('button: Show me around')
  await press('Control+k')
  await page.getByRole('textbox', { name: 'Find a command' }).waitFor()
  await page.keyboard.type('tour')
  await press('Enter')
  await hears('dialog: Three lists that move by themselves, modal', 'button: Next, focused')
  expect(await graveFaults(page)).toEqual([])
  await press('Enter')
  await hears('dialog: One click opens a call, modal')
  expect(await graveFaults(page, '[role=dialog]')).toEqual([])
  await press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await tree()).not.toContain('button: Show me around')

  // How the page looks and speaks is found without its accents too.
  await press('Control+k')
  await page.getByRole('textbox', { name: 'Find a command' }).waitFor()
  await page.keyboard.type('espanol')
  await page.getByRole('button', { name: 'Language: Español' }).waitFor()
  await press('ControlOrMeta+a')
  await page.keyboard.type('dark')
  await press('Enter')
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
  expect(windows.complaints).toEqual([])
})

it('does once what a held key means, and takes back a change whose answer was lost', async () => {
  const { press, pressOn } = keyboardOf(page)
  let requests = 0
  await page.route(/calls\.changeMany/, async (route) => {
    requests += 1
    await route.fetch()
    await route.abort()
  })
  await press('Escape', '2', '/', 'ControlOrMeta+a', 'Backspace', 'Escape')
  await hears('tab: Missed Calls, selected', 'link: Ana Ruiz')
  await press('j')
  await hears('row: Ana Ruiz, focused')
  await page.keyboard.down('r')
  await hears(/Perhaps changed, perhaps not: 1 call\./)
  await page.getByRole('link', { name: 'Ana Ruiz' }).waitFor({ state: 'hidden' })
  for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down('r')
  await page.keyboard.up('r')
  expect(requests).toBe(1)
  expect(await statuses()).toEqual(['ready', 'missed', 'missed'])
  await pressOn(/^Undo$/)
  await hears(/1 call stands as before/)
  expect(await statuses()).toEqual(['missed', 'missed', 'missed'])
})

it('takes a date that is typed key by key, as its year passes through ages', async () => {
  const { press, goTo } = keyboardOf(page)
  const asked = (name: string) => new URL(page.url()).searchParams.get(name)
  await press('Escape', '2', '/')
  await goTo(/^From date$/)
  await page.keyboard.type('11202026')
  await expect.poll(() => asked('from')).toBe('2026-11-20')
  await hears('link: Ana Ruiz')
  await press('Backspace')
  await expect.poll(() => asked('from')).toBe(null)
  // Backwards from the rows, on a page where nobody has been at the filters yet.
  await page.reload()
  await hears('link: Ana Ruiz')
  await press('j')
  await goTo(/^To date$/, 'Shift+Tab')
})

it('asks before it does anything to a call that nobody points at, and says whose it is', async () => {
  const { press } = keyboardOf(page)
  await page.reload()
  await hears('tab: Missed Calls, selected', 'link: Ana Ruiz')
  await press('r')
  await hears(/Go to a row or select some first\./)
  await press('a', 'r')
  await hears('dialog: Retry 3 calls?, modal')
  await press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await press('Escape')
  expect(await statuses()).toEqual(['missed', 'missed', 'missed'])

  // The opened call leaves the list, and stays the one that is meant.
  await press('j', 'Enter')
  await hears('complementary: Call details, focused', 'heading: Ana Ruiz')
  await press('r')
  await page.getByRole('link', { name: 'Ana Ruiz' }).waitFor({ state: 'detached' })
  await press('c')
  await hears('dialog: Cancel the call to Ana Ruiz?, modal', 'button: Keep it, focused')
  await press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await press('Escape')
  await page.getByRole('complementary').waitFor({ state: 'detached' })

  // Its heir has the cursor, but it was nobody's choice.
  await press('r')
  await hears('dialog: Retry the call to Bo Lind?, modal')
  await press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await press('k', 'r')
  await page.getByRole('link', { name: 'Bo Lind' }).waitFor({ state: 'detached' })
  await hears('row: Cy Moss, focused')
  await press('r')
  await hears('dialog: Retry the call to Cy Moss?, modal')
  await press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  // A no to the question is no choice of that row either.
  await hears('row: Cy Moss, focused')
  await press('r')
  await hears('dialog: Retry the call to Cy Moss?, modal')
  await press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await statuses()).toEqual(['ready', 'ready', 'missed'])
})

it('keeps which columns are shown, in which order and how wide', async () => {
  const isThere = () => page.getByRole('table', { name: 'Calls ready to be placed' }).waitFor()
  await page.goto(server.address)
  await isThere()
  const headings = page.getByRole('table').getByRole('columnheader')
  const names = async () => (await headings.allTextContents()).filter((name) => name !== '')
  const widthOf = async (name: string) =>
    Math.round((await headings.filter({ hasText: name }).boundingBox())?.width ?? 0)
  const [, first = '', second = '', third = ''] = await names()
  const choose = page.getByRole('dialog', { name: 'Columns' })
  await page.getByRole('button', { name: 'Columns' }).click()
  await choose.getByRole('checkbox', { name: first, exact: true }).uncheck()
  await choose.getByRole('button', { name: `Move ${third} forward` }).click()
  const narrow = await widthOf(third)
  await choose.getByRole('button', { name: `Make ${third} wider` }).click()
  await expect.poll(() => widthOf(third)).toBeGreaterThan(narrow)
  await page.keyboard.press('Escape')
  await choose.waitFor({ state: 'detached' })
  // By its edge, with the pointer.
  const before = await widthOf(second)
  const box = await headings.filter({ hasText: second }).boundingBox()
  const [right, middle] = [(box?.x ?? 0) + before - 2, (box?.y ?? 0) + 10]
  await page.mouse.move(right, middle)
  await page.mouse.down()
  await page.mouse.move(right + 80, middle, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => widthOf(second)).toBeGreaterThan(before + 20)

  const chosen = await names()
  expect(chosen).not.toContain(first)
  expect(chosen.slice(1, 3)).toEqual([third, second])
  const widths = [await widthOf(third), await widthOf(second)]
  await page.reload()
  await isThere()
  await expect.poll(names).toEqual(chosen)
  expect([await widthOf(third), await widthOf(second)]).toEqual(widths)
  await page.getByRole('button', { name: 'Columns' }).click()
  await choose.getByRole('button', { name: 'Reset the columns' }).click()
  await expect.poll(names).toContain(first)
})

it('brings the columns of a view back, whatever was made of them since, and elsewhere', async () => {
  await page.goto(server.address)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const phone = page.getByRole('columnheader', { name: 'Phone number' })
  const turnPhone = async () => {
    await press('Columns')
    await page.getByRole('checkbox', { name: 'Phone number' }).click()
    await page.keyboard.press('Escape')
  }
  await phone.waitFor()
  await turnPhone()
  await phone.waitFor({ state: 'detached' })
  await press('Saved views')
  await page.getByRole('textbox', { name: 'Save this view as' }).fill('Short')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Forget Short' }).waitFor()
  await page.keyboard.press('Escape')
  await turnPhone()
  await phone.waitFor()
  await press('Saved views')
  await press('Short')
  await phone.waitFor({ state: 'detached' })

  const elsewhere = await windows.open(server.address, { as: 'agent' })
  const button = (name: string) => elsewhere.getByRole('button', { name, exact: true })
  const theirPhone = elsewhere.getByRole('columnheader', { name: 'Phone number' })
  await theirPhone.waitFor()
  await button('Saved views').click()
  await button('Short').click()
  await theirPhone.waitFor({ state: 'detached' })
  // What the server does not take is back, and says why.
  const isDelete = /savedViews\.delete/
  await elsewhere.route(isDelete, (route) => route.abort())
  await button('Saved views').click()
  await button('Forget Short').click()
  await elsewhere.getByText('The view was not forgotten').waitFor()
  await button('Forget Short').waitFor()
  await elsewhere.unroute(isDelete)
  await button('Forget Short').focus()
  await elsewhere.keyboard.press('Enter')
  await button('Forget Short').waitFor({ state: 'detached' })
  // The focus has not gone with it.
  await elsewhere.keyboard.press('Escape')
  await elsewhere.getByRole('dialog').waitFor({ state: 'detached' })
  await elsewhere.context().close()
})
