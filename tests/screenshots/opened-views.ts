import iconv from 'iconv-lite'
import type { Page } from 'playwright-core'
import { makeXlsx } from '../support/make-xlsx.ts'
import { detailsOf, hasCalls, hasList, openFirstCall, type View } from './view.ts'

/** What opens over a page: dialogs, menus and popovers, each as far as it goes. */

const dialog = (page: Page) => page.getByRole('dialog').last()
const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click()

async function selectTwo(page: Page) {
  await hasCalls(page)
  // From the end of those in sight: what is due first may be on the line, or be so in a moment.
  const waiting = page.locator('tbody tr, [data-index]').filter({ hasText: 'Ready' })
  const boxes = waiting.getByRole('checkbox', { name: /^Select/ })
  // By their names: as one scrolls, others become the last that are drawn.
  const labels = await boxes.evaluateAll((all) => all.map((box) => box.getAttribute('aria-label')))
  for (const name of labels.slice(-2)) {
    await page.getByRole('checkbox', { name: name ?? '', exact: true }).click()
  }
  await page.getByRole('toolbar', { name: 'Selected calls' }).waitFor()
}

async function askAboutTwo(page: Page, action: string) {
  await selectTwo(page)
  await page.getByRole('toolbar').getByRole('button', { name: action }).click()
  await dialog(page).waitFor()
}

async function openTool(page: Page, name: string) {
  await hasCalls(page)
  await press(page, name)
  await dialog(page).waitFor()
}

const bring = (page: Page, name: string, bytes: Uint8Array) =>
  dialog(page)
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })

const workbook = () =>
  makeXlsx({
    November: [
      ['Interne Nr', 'Kunde', 'Telefon mobil', 'Fertiggestellt am'],
      ['007', 'Zoë Rau', '(212) 555-0103', { serial: 46346.72 }],
      ['008', 'Udo Ernst', '12', { serial: 46346.72 }],
    ],
    Notizen: [['Nur zur Info']],
  })

async function bringSheet(page: Page) {
  await bring(page, 'werkstatt.xlsx', workbook())
  await page.getByRole('button', { name: /November/ }).click()
  await page.getByLabel('Order number').first().waitFor()
}

const badRows = [
  'Order,Customer,Phone,Service,Completed,Advisor',
  'RO-9001,Jürgen Größ,(212) 555-0101,Oil change,2026-01-05,Käthe Weiß',
  'RO-9002,Udo Ernst,12,Oil change,2026-01-05,Käthe Weiß',
  'RO-9003,,(212) 555-0102,Oil change,soon,Käthe Weiß',
].join('\n')

/** A German file in Latin-1 whose order numbers have a name of their own and whose dates are numbers. */
const unknownFile = [
  'Interne Nr;Kunde;Handy;Fahrzeug;Fertiggestellt am;Serviceberater',
  'A-1;Jürgen Größ;(212) 555-0101;2021 Audi A4;46346,72;Käthe Weiß',
  'A-2;Zoë Rau;(212) 555-0102;2019 Opel Corsa;20.11.26 17:30;Käthe Weiß',
].join('\r\n')

const bringUnknown = async (page: Page, orderNumber: string) => {
  await bring(page, 'auftraege.csv', iconv.encode(unknownFile, 'latin1'))
  await page.getByLabel(orderNumber).first().waitFor()
}

/** A name and the end of the visit in two columns each. */
const apart = [
  'Interne Nr;Nachname;Vorname;Handy;Fertig am;Uhrzeit',
  'A-1;Größ;Jürgen;(212) 555-0101;20.11.2026;09:30',
  'A-2;Rau;Zoë;(212) 555-0102;20.11.2026;17:05',
].join('\n')

/** At the columns, which begin further down. */
const bringApart = async (page: Page, timeZone: string) => {
  await bring(page, 'auftraege.csv', Buffer.from(apart))
  await page.getByLabel(timeZone).first().focus()
}

export async function makeKey(page: Page) {
  await page.getByRole('textbox', { name: 'Name' }).fill('Workshop system')
  await press(page, 'Make a key')
  await page.getByLabel('The key').waitFor()
}

/** Answers the link of the invitation. */
export async function invite(page: Page): Promise<string> {
  await page.getByLabel('E-mail address').fill('kim@example.com')
  await press(page, 'Invite')
  return page.getByLabel('Link of the invitation').inputValue()
}

async function startStage(page: Page, scenario: RegExp) {
  await page.getByRole('radio', { name: scenario }).click()
  await press(page, 'Start')
}

/** A call waits on it for every word, and holds its line meanwhile. */
async function resetStage(page: Page) {
  await press(page, 'Reset')
  await page.getByRole('button', { name: 'Start' }).waitFor()
}

export const openedViews: readonly View[] = [
  {
    name: 'tour',
    address: '/',
    async arrive(page) {
      await hasCalls(page)
      await press(page, 'Show me around')
      await dialog(page).waitFor()
    },
  },
  {
    name: 'filters',
    address: '/?tab=completed&score=detractor',
    only: { width: 390 },
    async arrive(page) {
      await hasCalls(page)
      await press(page, 'Filters')
      await page.getByLabel('Advisor').waitFor()
    },
  },
  {
    name: 'saved-views',
    address: '/?tab=completed&score=detractor',
    async arrive(page) {
      if (page.viewportSize()?.width === 390) {
        await hasCalls(page)
        await press(page, 'Filters')
      }
      await openTool(page, 'Saved views')
      await page.getByRole('textbox', { name: 'Save this view as' }).fill('Unhappy customers')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Forget Unhappy customers' }).waitFor()
    },
  },
  {
    name: 'columns',
    address: '/',
    only: { width: 1440 },
    arrive: (page) => openTool(page, 'Columns'),
  },
  { name: 'selected', address: '/', arrive: selectTwo },
  {
    name: 'bulk-reschedule',
    address: '/',
    arrive: (page) => askAboutTwo(page, 'Reschedule'),
  },
  {
    name: 'bulk-tag',
    address: '/',
    arrive: (page) => askAboutTwo(page, 'Tag'),
  },
  {
    name: 'reschedule',
    // The last to be due, which is not called while it is looked at.
    address: '/?status=ready&sort=dueAt.desc',
    async arrive(page) {
      await openFirstCall(page)
      await detailsOf(page).getByRole('button', { name: 'Reschedule' }).click()
      await page.getByLabel('When the customer wants to be called').waitFor()
    },
  },
  {
    name: 'commands',
    address: '/',
    async arrive(page) {
      await hasCalls(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('textbox', { name: 'Find a command' }).waitFor()
    },
  },
  {
    name: 'key-list',
    address: '/',
    async arrive(page) {
      await hasCalls(page)
      await page.keyboard.press('?')
      await dialog(page).getByText('Next row').waitFor()
    },
  },
  {
    name: 'user-menu',
    address: '/',
    async arrive(page) {
      await hasCalls(page)
      await press(page, 'Your account')
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'more-places',
    address: '/',
    only: { width: 390 },
    async arrive(page) {
      await hasCalls(page)
      await page.getByRole('navigation').getByRole('button', { name: 'More' }).click()
      await page.getByRole('dialog', { name: 'More places' }).waitFor()
    },
  },
  {
    name: 'import-sheets',
    address: '/?import=true',
    async arrive(page) {
      await bring(page, 'werkstatt.xlsx', workbook())
      await page.getByRole('button', { name: /November/ }).waitFor()
    },
  },
  { name: 'import-columns', address: '/?import=true', arrive: bringSheet },
  {
    name: 'import-reading',
    address: '/?import=true',
    arrive: (page) => bringUnknown(page, 'Order number'),
  },
  {
    name: 'spanish-import-reading',
    address: '/?import=true',
    language: 'es',
    arrive: (page) => bringUnknown(page, 'Número de orden'),
  },
  {
    name: 'import-apart',
    address: '/?import=true',
    arrive: (page) => bringApart(page, 'Customer’s time zone'),
  },
  {
    name: 'spanish-import-apart',
    address: '/?import=true',
    language: 'es',
    arrive: (page) => bringApart(page, 'Zona horaria del cliente'),
  },
  {
    name: 'import-check',
    address: '/?import=true',
    async arrive(page) {
      await bringUnknown(page, 'Order number')
      await page.getByLabel('Order number').first().click()
      await page.getByRole('option', { name: 'Interne Nr' }).click()
      await press(page, 'See what would happen')
      await page.getByText('Nothing has been written yet').waitFor()
    },
  },
  {
    name: 'import-report',
    address: '/?import=true',
    async arrive(page) {
      await bring(page, 'day.csv', iconv.encode(badRows, 'latin1'))
      await page
        .getByText(/rows? needs? mending/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'close-case',
    address: '/cases',
    async arrive(page) {
      await page
        .getByRole('button', { name: /^Close the case of/ })
        .first()
        .click()
      await dialog(page).waitFor()
    },
  },
  {
    name: 'case-rule',
    address: '/cases',
    arrive: async (page) => {
      await page.getByRole('button', { name: 'Change which scores open a case' }).click()
      await page.getByRole('dialog').getByRole('combobox').waitFor()
    },
  },
  {
    name: 'why',
    address: '/?tab=missed',
    async arrive(page) {
      await hasCalls(page)
      await press(page, 'Next try')
      await dialog(page).getByRole('listitem').first().waitFor()
    },
  },
  {
    name: 'correct',
    address: '/?tab=completed&score=detractor',
    async arrive(page) {
      await openFirstCall(page)
      await detailsOf(page).getByRole('button', { name: 'Correct' }).click()
      await detailsOf(page).getByRole('button', { name: 'Save' }).waitFor()
    },
  },
  {
    name: 'campaign-at-work',
    address: '/campaigns',
    async arrive(page) {
      await page.getByRole('link', { name: 'Recall follow-up' }).click()
      await page.getByRole('heading', { level: 1, name: 'Recall follow-up' }).waitFor()
    },
  },
  {
    name: 'script-trial',
    address: '/script',
    only: { width: 1440 },
    async arrive(page) {
      await press(page, 'Answer the call in English')
      await page
        .getByText(/^Hello/)
        .nth(1)
        .waitFor()
    },
  },
  {
    name: 'stage-talk',
    address: '/stage',
    async arrive(page) {
      await startStage(page, /Furious/)
      await page.locator('[data-said]', { hasText: 'scratch' }).waitFor({ timeout: 60_000 })
    },
    leave: resetStage,
  },
  {
    name: 'stage-live',
    address: '/stage',
    async arrive(page) {
      await startStage(page, /Answer it yourself/)
      await page.getByPlaceholder('Type what you would say').waitFor({ timeout: 60_000 })
    },
    leave: resetStage,
  },
  { name: 'closed-cases', address: '/cases?show=closed', arrive: hasList('Closed cases') },
]
