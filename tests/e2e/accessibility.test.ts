import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSettled } from '../screenshots/view.ts'
import { openWindows, type Windows } from '../support/browser-windows.ts'
import { makeCall } from '../support/factories.ts'
import { graveFaults } from '../support/grave-faults.ts'
import { makeXlsx } from '../support/make-xlsx.ts'
import { outsideTheWindow } from '../support/outside-the-window.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

let server: TestServer
let windows: Windows
let page: Page

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T22:30:00Z' })
  const { db, organizationId } = server
  const dueAt = new Date('2026-11-23T15:00:00Z')
  await makeCall(db, organizationId, { dueAt })
  await makeCall(db, organizationId, { status: 'missed', outcome: 'busy', dueAt })
  await makeCall(db, organizationId, { status: 'unknown', outcome: 'unknown', dueAt: null })
  await makeCall(db, organizationId, {
    status: 'completed',
    outcome: 'answered',
    dueAt: null,
    startTime: new Date('2026-11-20T20:00:00Z'),
    endTime: new Date('2026-11-20T20:01:00Z'),
    durationSec: 47,
    npsScore: 7,
    rating: 4,
    feedbackSummary: 'Content with the work, but not with the price.',
    tags: ['price', 'friendly team'],
    audioFiles: {
      create: { storageKey: 'bundled/none.mp3', mediaType: 'audio/mpeg', durationMs: 47_000 },
    },
    transcript: {
      create: {
        language: 'en',
        segments: [
          { speaker: 'agent', text: 'From zero to ten?', startMs: 0, endMs: 2000 },
          { speaker: 'customer', text: 'Seven.', startMs: 2100, endMs: 3000 },
        ],
        evidence: [{ about: 'score', mention: null, segmentIndex: 1, quote: 'Seven' }],
        analysis: { by: 'rules on this server', isUncertain: true, note: 'It may be irony.' },
      },
    },
  })
  await db.campaign.create({ data: { organizationId, name: 'Winter check' } })
  await db.doNotCall.create({
    data: { organizationId, phoneNumber: '+12125550147', reason: 'Asked for it at the desk' },
  })
  windows = await openWindows()
  page = await windows.open(server.address, { as: 'manager' })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
})
afterAll(async () => {
  await windows[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

/** As a link does it: the page is not loaded anew. */
const goTo = (address: string) =>
  page.evaluate((to) => window.history.pushState(null, '', to), address)
const lists = {
  ready: 'Calls ready to be placed',
  missed: 'Missed calls',
  completed: 'Completed calls',
}
const rowsOf = (tab: keyof typeof lists) =>
  page.getByRole('table', { name: lists[tab] }).locator('tbody tr[aria-rowindex]')
const linkIsThere = (name: string) => page.getByRole('link', { name }).waitFor()
const regionIsThere = (name: string) => page.getByRole('region', { name }).waitFor()
const tableIsThere = (region: string) =>
  page.getByRole('region', { name: region }).getByRole('table').waitFor()
const openOwnWeek = () => page.getByRole('switch', { name: 'Own week' }).click()
async function playCustomer() {
  await page.getByRole('button', { name: 'Edit Greeting: ' }).click()
  await page.getByRole('textbox', { name: 'Greeting' }).fill('Hello, we are {nobody}.')
  await page.getByText('{nobody} is not known').waitFor()
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('button', { name: 'Answer the call in English' }).click()
  await page.getByRole('button', { name: '1', exact: true }).click()
  await page.getByText('Recording starts').waitFor()
}
const buttonIsThere = (name: string) => page.getByRole('button', { name }).first().waitFor()

async function openFirst(tab: keyof typeof lists, text: RegExp) {
  await rowsOf(tab).first().click()
  const details = page.getByRole('complementary', { name: 'Call details' })
  await details.getByText(text).first().waitFor()
}

async function leadToWords() {
  await openFirst('completed', /No words found for this/)
  const details = page.getByRole('complementary', { name: 'Call details' })
  await details.getByRole('button', { name: /Seven.*0:02/ }).click()
  await details.getByRole('button', { name: 'Back to the finding' }).waitFor()
}

const views: [name: string, address: string, arrive: () => Promise<void>][] = [
  ['Ready for Call', '/', () => rowsOf('ready').first().waitFor()],
  ['Missed Calls', '/?tab=missed', () => rowsOf('missed').nth(1).waitFor()],
  ['Completed Calls', '/?tab=completed', () => rowsOf('completed').first().waitFor()],
  ['a ready call', '/', () => openFirst('ready', /rules? allow/)],
  ['a call in doubt', '/?tab=missed&status=unknown', () => openFirst('missed', /It did not ring/)],
  ['a completed call', '/?tab=completed', () => openFirst('completed', /Seven\./)],
  ['words that were led to', '/?tab=completed', () => leadToWords()],
  ['the insights', '/insights', () => regionIsThere('Best hours')],
  ['the insights as tables', '/insights?view=tables', () => tableIsThere('Net Promoter Score')],
  ['the schedule', '/schedule', () => buttonIsThere('Pause calling')],
  ['the campaigns', '/campaigns', () => linkIsThere('Winter check')],
  ['a campaign', '/campaigns/new', () => openOwnWeek()],
  ['the script', '/script', () => playCustomer()],
  [
    'the do-not-call list',
    '/do-not-call',
    () => buttonIsThere('Remove +12125550147 from the list'),
  ],
  ['the demo', '/demo', () => buttonIsThere('Create demo call')],
  ['the import', '/?import=true', () => buttonIsThere('Choose a file')],
  ['a page that is not there', '/nowhere', () => linkIsThere('Go to the calls')],
]

describe('nothing keeps anybody out', () => {
  it.each(views)('%s has no serious fault, light or dark', async (_, address, arrive) => {
    await goTo(address)
    await arrive()
    expect(await graveFaults(page)).toEqual([])
  })
})

describe('the width of a window', () => {
  const addresses = [...new Set(views.map(([, address]) => address))]
  it('of 360 or 2560 pixels cuts nothing, and scrolls no page sideways', async () => {
    const cut: Record<string, string[]> = {}
    for (const width of [360, 2560]) {
      await page.setViewportSize({ width, height: 900 })
      for (const address of addresses) {
        await goTo(address)
        await isSettled(page)
        cut[`${address} at ${width}`] = await outsideTheWindow(page)
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    expect(cut).toEqual(Object.fromEntries(Object.keys(cut).map((view) => [view, []])))
  })
})

describe('what opens over a page', () => {
  const dialog = '[role=dialog]'
  const faults: Record<string, string[]> = {}
  const look = async (what: string, within = dialog) => {
    await page.locator(within).last().waitFor()
    faults[what] = await graveFaults(page, within)
  }
  const close = async (within = dialog) => {
    await page.keyboard.press('Escape')
    await page.locator(within).waitFor({ state: 'detached' })
  }
  const lookAndClose = async (what: string, within = dialog) => {
    await look(what, within)
    await close(within)
  }
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const allClean = () => Object.fromEntries(Object.keys(faults).map((what) => [what, []]))

  it('over the calls has no serious fault, light or dark', async () => {
    await goTo('/')
    await rowsOf('ready').first().waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Find a command' }).waitFor()
    await lookAndClose('the command palette')
    await page.keyboard.press('?')
    await lookAndClose('the list of keys')
    await press('Columns')
    await lookAndClose('the columns')
    await press('Saved views')
    await page.getByRole('textbox', { name: 'Save this view as' }).fill('Mine')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Forget Mine' }).waitFor()
    await lookAndClose('the saved views')
    await press(/^Waits for/)
    await page
      .locator(dialog)
      .getByText(/rules? allow/)
      .waitFor()
    await lookAndClose('why a call is not placed now')
    await press(/^Actions for/)
    await look('the actions for a call', '[role=menu]')
    await page.getByRole('menuitem', { name: 'Reschedule' }).click()
    await page.getByLabel('When the customer wants to be called').waitFor()
    await lookAndClose('the reschedule dialog')
    for (const key of ['j', 'x']) await page.keyboard.press(key)
    const toolbar = page.getByRole('toolbar', { name: 'Selected calls' })
    for (const name of ['Reschedule', 'Tag', 'Cancel']) {
      await toolbar.getByRole('button', { name }).click()
      await lookAndClose(`${name} for many`)
    }
    await press(/Your account/)
    await lookAndClose('the menu of the account', '[role=menu]')
    expect(faults).toEqual(allClean())
  })

  it('at every step of an import has no serious fault, light or dark', async () => {
    await goTo('/?import=true')
    const visits = [
      ['Interne Nr', 'Kunde', 'Telefon mobil', 'Fertiggestellt am'],
      ['007', 'Zoë Rau', '(212) 555-0103', { serial: 46346.72 }],
      ['008', 'Udo Ernst', '12', { serial: 46346.72 }],
    ]
    const buffer = Buffer.from(makeXlsx({ November: visits, Notizen: [['Nur zur Info']] }))
    const file = { name: 'werkstatt.xlsx', mimeType: 'application/octet-stream', buffer }
    await page.locator(`${dialog} input[type=file]`).setInputFiles(file)
    await page.getByRole('button', { name: /November/ }).waitFor()
    await look('the sheets')
    await press(/November/)
    await page.getByLabel('Order number').first().click()
    await page.getByRole('option', { name: 'Interne Nr' }).click()
    await look('the columns of the file')
    await press('See what would happen')
    await page.getByText('Nothing has been written').waitFor()
    await look('the dry run')
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.getByText('1 row needs mending').waitFor()
    await look('the report')
    await press(/^Undo/)
    const undoing = page.getByRole('dialog', { name: 'Undo this import?' })
    await undoing.waitFor()
    await look('the undo of an import')
    await undoing.getByRole('button', { name: 'Undo the import' }).click()
    await page.getByRole('button', { name: 'Import a file' }).last().waitFor()
    await look('what an undo left')
    expect(faults).toEqual(allClean())
  })

  it('over the other pages has no serious fault, light or dark', async () => {
    await goTo('/schedule')
    await press(/^Copy .* to other days/)
    await lookAndClose('the days to copy to', '[role=menu]')
    await press('Start from a preset')
    await lookAndClose('the presets of a week', '[role=menu]')
    await goTo('/do-not-call')
    await press('Remove +12125550147 from the list')
    await lookAndClose('taking a number off the list')
    expect(faults).toEqual(allClean())
  })

  const details = '[aria-label="Call details"]'

  it('for what is written into a call has no serious fault, light or dark', async () => {
    await goTo('/?tab=completed')
    await openFirst('completed', /Seven\./)
    await press('Correct')
    await page.getByRole('button', { name: 'Save feedback' }).waitFor()
    await look('the correction of feedback', details)
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.getByRole('textbox', { name: 'Notes' }).fill('Wants an invoice.')
    await press(/^Your account/)
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor()
    await look('the question about a draft')
    await page.getByRole('button', { name: 'Stay' }).click()
    await page.locator(dialog).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Discard' }).click()
    expect(faults).toEqual(allClean())
  })

  it('when only some of many calls could be changed has no serious fault, light or dark', async () => {
    const { db, organizationId } = server
    const toolbar = page.getByRole('toolbar', { name: 'Selected calls' })
    await goTo('/?tab=missed')
    await rowsOf('missed').nth(1).waitFor()
    for (const key of ['j', 'x']) await page.keyboard.press(key)
    await toolbar.getByRole('button', { name: 'Retry' }).click()
    await lookAndClose('Retry for many')
    await page.keyboard.press('Escape')

    const dueAt = new Date('2026-11-24T15:00:00Z')
    const record = { customerName: 'Noor Haddad' }
    const { id } = await makeCall(db, organizationId, { dueAt, record })
    await goTo('/')
    await page.reload()
    await rowsOf('ready').nth(1).waitFor()
    await page.getByRole('checkbox', { name: 'Select all rows loaded' }).click()
    // It rings while the question stands there, and no word of it has come.
    await toolbar.getByRole('button', { name: 'Cancel' }).click()
    await db.call.update({
      where: { id },
      data: { status: 'in_progress', dueAt: null, version: { increment: 1 } },
    })
    await page.getByRole('button', { name: /^Cancel \d calls$/ }).click()
    const report = page.getByRole('region', { name: 'What became of the change' })
    await report.getByText('1 call could not be changed:').waitFor()
    await report.getByRole('listitem').getByText('Noor Haddad').waitFor()
    await look('a report of refusals', '[aria-label="What became of the change"]')
    const canceled = () => db.call.count({ where: { organizationId, status: 'canceled' } })
    expect(await canceled()).toBe(1)
    await report.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(canceled).toBe(0)
    expect(faults).toEqual(allClean())
  })

  it('has no serious fault on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await goTo('/?tab=completed')
    const cards = page.getByRole('article')
    await cards.first().waitFor()
    await look('cards and the bar at the bottom', 'body')
    await press('More')
    await lookAndClose('more places')
    await cards.first().getByRole('link').click()
    await page
      .getByText(/Seven\./)
      .first()
      .waitFor()
    await look('a call over the cards')
    expect(faults).toEqual(allClean())
    await page.evaluate(() => window.dispatchEvent(new Event('offline')))
    await page.locator('[data-live="offline"]').waitFor()
    const name = page.locator('header').getByText('Ringback', { exact: true })
    expect(await name.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  })
})
