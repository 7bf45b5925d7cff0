import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWindows, type Windows } from '../support/browser-windows.ts'
import { makeCall } from '../support/factories.ts'
import { graveFaults } from '../support/grave-faults.ts'
import { keyboardOf } from '../support/keyboard.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

/** Friday 2026-11-20, 17:30 in New York: half an hour of the usual window is left. */
const fridayEvening = '2026-11-20T22:30:00Z'

let server: TestServer
let windows: Windows
let page: Page
let keys: ReturnType<typeof keyboardOf>

beforeAll(async () => {
  server = await startTestServer({ now: fridayEvening })
  const dueAt = new Date('2026-11-23T14:00:00Z')
  for (const number of [1, 2, 3]) {
    const record = { customerPhone: `+1212555010${number}` }
    await makeCall(server.db, server.organizationId, { dueAt, record })
  }
  windows = await openWindows()
  page = await windows.open(`${server.address}/schedule`, { as: 'manager' })
  keys = keyboardOf(page)
})
afterAll(async () => {
  await windows[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

const focused = () => keys.focused()
const press = (...names: string[]) => keys.press(...names)
const region = (name: string): Locator => page.getByRole('region', { name })
const savedVersions = () =>
  server.db.scheduleConfig.findMany({
    where: { organizationId: server.organizationId },
    orderBy: { version: 'asc' },
  })
const mondayOf = async (version: number) => {
  const row = (await savedVersions()).find((saved) => saved.version === version)
  const config: unknown = row?.config
  return Reflect.get(Reflect.get(Object(config), 'weekly'), 'monday')
}

describe('the schedule, by keyboard alone', () => {
  it('changes a window of the week, and says what it is now', async () => {
    await region('Week').waitFor()
    await keys.goTo(/^Monday, window 1: /)
    expect(await focused()).toBe('Monday, window 1: 9:00 AM to 6:00 PM')
    await press('ArrowRight', 'ArrowRight')
    expect(await focused()).toBe('Monday, window 1: 9:30 AM to 6:30 PM')
    await press('Tab')
    await press('Shift+ArrowRight')
    expect(await focused()).toBe('Monday, window 1, start: 10:30 AM')
    await press('Tab')
    await press('ArrowLeft', 'ArrowLeft')
    expect(await focused()).toBe('Monday, window 1, end: 6:00 PM')
  })

  it('adds a window, takes it to another day and removes it', async () => {
    await press('+')
    await expect.poll(focused).toBe('Monday, window 2: 7:00 PM to 10:00 PM')
    await press('End')
    await expect.poll(focused).toBe('Monday, window 2: 9:00 PM to 12:00 AM')
    await press('ArrowRight')
    await expect.poll(focused).toBe('Monday, window 2: 9:15 PM to 12:15 AM')
    await press('ArrowDown')
    await expect.poll(focused).toBe('Tuesday, window 2: 9:15 PM to 12:15 AM')
    await press('Delete')
    await expect.poll(focused).toBe('Tuesday, window 1: 9:00 AM to 6:00 PM')
  })

  it('shows what the change would do before it is saved', async () => {
    const preview = region('If you save this')
    await expect.poll(() => preview.textContent()).toContain('3 calls would move later')
    await expect
      .poll(() => preview.getByRole('list', { name: 'Calls that would move' }).textContent())
      .toMatch(/Monday 9:0\d\sAM → Monday 10:3\d\sAM/)
    expect(await savedVersions()).toEqual([])
  })

  it('saves it', async () => {
    await keys.pressOn(/^Save schedule$/)
    await expect.poll(() => mondayOf(1)).toEqual([{ start: '10:30', end: '18:00' }])
    await region('The next 14 days').waitFor()
  })

  it('asks before an older version is restored, and restores it', async () => {
    await page.reload()
    await keys.goTo(/^Monday, window 1, start: /)
    await press('Home')
    await keys.pressOn(/^Save schedule$/)
    await expect.poll(() => mondayOf(2)).toEqual([{ start: '00:00', end: '18:00' }])

    await keys.pressOn(/^Restore version 1$/)
    const dialog = page.getByRole('dialog', { name: 'Restore version 1?' })
    await expect
      .poll(async () => (await dialog.textContent())?.replaceAll(/\s/g, ' '))
      .toMatch(/Monday: from 12:00 AM–6:00 PM → +to 10:30 AM–6:00 PM/)
    await keys.pressOn(/^Restore$/)
    await expect.poll(() => mondayOf(3)).toEqual([{ start: '10:30', end: '18:00' }])
    await page.getByText('Version 3, in use').waitFor()
  })

  it('reads why a call is held', async () => {
    const record = { customerName: 'Noor Haddad', customerPhone: '+9990000000' }
    await makeCall(server.db, server.organizationId, {
      dueAt: new Date('2026-11-20T22:00:00Z'),
      heldReason: 'No time zone is known',
      record: { ...record, customerTimeZone: null },
    })
    await page.goto(server.address)
    await page.getByText('Held: No time zone is known').waitFor()
    await keys.pressOn(/^Held: No time zone is known$/)
    const rules = page.getByRole('dialog', { name: 'Why Noor Haddad is not called now' })
    await rules.getByText('Does not open by itself; somebody has to act.').waitFor()
    await expect
      .poll(() => rules.getByRole('listitem').allTextContents())
      .toContainEqual('Closed: Customer’s time zoneNo time zone is known; held until one is set')
    await press('Escape')
    await expect.poll(focused).toBe('Held: No time zone is known')
  })

  it('reschedules a call to the customer’s wish, outside the windows', async () => {
    const { id } = await server.db.call.findFirstOrThrow({ where: { phoneNumber: '+12125550101' } })
    await page.goto(`${server.address}/?call=${id}`)
    await page.getByRole('button', { name: 'Reschedule' }).waitFor()
    await keys.pressOn(/^Reschedule$/)
    await expect.poll(focused).toMatch(/^When the customer wants to be called/)
    await page.keyboard.type('11202026')
    await press('Tab')
    await page.keyboard.type('0700PM')
    const dialog = page.getByRole('dialog', { name: 'Reschedule' })
    await dialog.getByText('It is outside the calling hours.').waitFor()
    await keys.goTo(/^Call outside the windows/)
    await press('Space')
    await dialog.getByText('Will be called outside the windows').waitFor()
    await keys.pressOn(/^Reschedule$/)
    await dialog.waitFor({ state: 'hidden' })
    expect(await server.db.call.findUniqueOrThrow({ where: { id } })).toMatchObject({
      dueAt: new Date('2026-11-21T00:00:00Z'),
      isAllowedOutsideWindows: true,
    })
    await expect.poll(focused).toBe('Reschedule')
  })

  it('sets up a campaign with a limit of its own, and pauses it', async () => {
    await page.goto(`${server.address}/campaigns`)
    await page.getByRole('link', { name: 'New campaign' }).waitFor()
    await keys.pressOn(/^New campaign$/)
    await page.getByRole('heading', { name: 'New campaign' }).waitFor()
    await keys.pressOn(/^Create campaign$/)
    await page.getByText('One field needs mending first.').waitFor()
    await keys.goTo(/^Name/, 'Shift+Tab')
    await page.keyboard.type('Winter check')
    await keys.goTo(/^First day/)
    await page.keyboard.type('11232026')
    await keys.goTo(/^Own limit of calls at a time/)
    await press('Space')
    await keys.fill(/^Calls at a time/, '1')
    await keys.pressOn(/^Create campaign$/)
    await page.getByRole('heading', { name: 'Winter check' }).waitFor()
    const seen = () => server.db.campaign.findFirstOrThrow()
    expect(await seen()).toMatchObject({ startsAt: new Date('2026-11-23T05:00:00Z'), endsAt: null })
    const own = await server.db.scheduleConfig.findFirstOrThrow({
      where: { campaignId: (await seen()).id },
    })
    expect(own.config).toEqual({ maxActiveCalls: 1 })
    await keys.pressOn(/^Pause Winter check$/)
    await page.getByRole('button', { name: 'Resume Winter check' }).waitFor()
    expect(await seen()).toMatchObject({ isPaused: true })
  })

  it('puts a number on the do-not-call list, and takes it off', async () => {
    const phoneNumber = '+12125550102'
    const seen = () => server.db.call.findFirstOrThrow({ where: { phoneNumber } })
    const onList = () => server.db.doNotCall.count({ where: { phoneNumber } })
    await page.goto(`${server.address}/do-not-call`)
    await page.getByText('Nobody is on the list').waitFor()
    await keys.fill(/^Phone number/, '(212) 555-0102')
    await keys.fill(/^Reason/, 'Asked at the desk')
    await press('Enter')
    await page.getByText('will not be called. ').waitFor()
    expect(await seen()).toMatchObject({ status: 'canceled', outcome: 'opted_out' })
    await keys.pressOn(/^Remove \+12125550102 from the list$/)
    await page.getByRole('dialog').waitFor()
    await keys.fill(/^Reason/, 'Asked again')
    await keys.pressOn(/^Remove from the list$/)
    await page.getByText('Nobody is on the list').waitFor()
    expect(await onList()).toBe(0)
  })

  it('finds and restores the oldest of many versions while something is being edited', async () => {
    const { organizationId } = server
    const [first] = await savedVersions()
    const config = Object(first?.config)
    const data = Array.from({ length: 57 }, (_, at) => {
      return { organizationId, version: at + 4, config: { ...config, maxPerMinute: at + 4 } }
    })
    await server.db.scheduleConfig.createMany({ data })
    await page.goto(`${server.address}/schedule`)
    await page.getByText('Version 60, in use').waitFor()
    const oldest = page.getByRole('button', { name: 'Restore version 1', exact: true })
    while (!(await oldest.isVisible())) {
      const shown = page.getByRole('button', { name: /^Restore version/ })
      const before = await shown.count()
      await page.getByRole('button', { name: 'Show older ones' }).click()
      await expect.poll(() => shown.count()).toBeGreaterThan(before)
    }
    await keys.fill(/^Calls at a time/, '7')
    await oldest.click()
    await page.getByText('This would change:').waitFor()
    expect(await graveFaults(page, '[role=dialog]')).toEqual([])
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    const notice = page.getByRole('form', { name: 'Calling schedule' }).getByRole('alert')
    await notice.getByText('You restored an older version while you were editing').waitFor()
    expect(await notice.textContent()).not.toContain('Someone else')
    await notice.getByRole('button', { name: 'Keep it and drop my changes' }).click()
    await page.getByText('Version 61, in use').waitFor()
    await notice.waitFor({ state: 'hidden' })
    expect((await savedVersions()).at(-1)).toMatchObject({ version: 61, config })
  })

  it('left no complaint in any console', () => {
    expect(windows.complaints).toEqual([])
  })
})

describe('the schedule, by pointer', () => {
  it('draws a window and takes its end into the next day', async () => {
    await page.setViewportSize({ width: 1440, height: 1500 })
    await page.goto(`${server.address}/schedule`)
    const at = async (day: number, hour: number) => {
      const box = await page.locator(`[data-day="${day}"]`).boundingBox()
      if (!box) throw new Error('The week is not drawn')
      return [box.x + (box.width * hour) / 24, box.y + box.height / 2] as const
    }
    const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
      await page.mouse.move(...from)
      await page.mouse.down()
      await page.mouse.move(...to, { steps: 4 })
      await page.mouse.up()
    }
    // As a week begins where this reader lives.
    const [sunday, monday] = [0, 1]
    await page.locator('[data-day="6"]').waitFor()
    await drag(await at(sunday, 10), await at(sunday, 14))
    await expect.poll(focused).toBe('Sunday, window 1: 10:00 AM to 2:00 PM')
    await drag(await at(sunday, 13.9), await at(monday, 2))
    await expect.poll(focused).toBe('Sunday, window 1, end: 2:00 AM')
    // A window that is drawn over another ends where that begins.
    await drag(await at(monday, 5), await at(monday, 15))
    await expect.poll(focused).toBe('Monday, window 1: 5:00 AM to 10:30 AM')
  })
})

describe('the script', () => {
  it('is not saved while its greeting does not say who calls, and then speaks as written', async () => {
    await page.goto(`${server.address}/script`)
    await page.getByRole('button', { name: 'Edit Greeting: ' }).click()
    const greeting = page.getByRole('textbox', { name: 'Greeting' })
    await greeting.fill('Good day, we call from ')
    await page.getByRole('button', { name: 'Save script' }).click()
    await page.getByText('Say who calls: put {organizationName} in').waitFor()
    await page.getByText('One field needs mending before this can be saved.').waitFor()
    await page.getByRole('button', { name: 'Edit Greeting: ' }).click()
    await page.getByRole('button', { name: 'Organization', exact: true }).click()
    expect(await greeting.inputValue()).toBe('Good day, we call from {organizationName}')
    await page.getByRole('button', { name: 'Save script' }).click()
    await page.getByText('Saved. The next call speaks from it.').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Answer the call in English' }).click()
    const talk = page.getByRole('log')
    await talk.getByText(/^Good day, we call from (?!\{)/).waitFor()
  })

  it('is played by the customer: keys, words, an opt-out', async () => {
    await page.getByLabel('Say something').fill('Yes')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '1', exact: true }).click()
    await page.getByRole('button', { name: '0', exact: true }).click()
    await page.getByRole('log').getByText('Presses 10').waitFor()
    await page.getByRole('button', { name: 'Stay silent' }).click()
    await page.getByRole('button', { name: 'Star', exact: true }).click()
    await page.getByText('Asked not to be called').waitFor()
    await page.getByText('10 of 10').waitFor()
  })
})
