import iconv from 'iconv-lite'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWindows, type Windows } from '../support/browser-windows.ts'
import { dropText } from '../support/drop-file.ts'
import { graveFaults } from '../support/grave-faults.ts'
import { makeXlsx } from '../support/make-xlsx.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

/** Friday 2026-11-20, 17:30 in New York. */
const fridayEvening = '2026-11-20T22:30:00Z'

let server: TestServer
let windows: Windows
let page: Page
beforeAll(async () => {
  server = await startTestServer({ now: fridayEvening })
  windows = await openWindows()
  page = await windows.open(server.address, { as: 'manager' })
  await page.locator('[data-live="live"]').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find a command' }).fill('import')
  await page.keyboard.press('Enter')
  // What it is made of comes over the network, which the first test cuts.
  await page.getByRole('dialog').locator('input[type=file]').waitFor({ state: 'attached' })
})
afterAll(async () => {
  await windows[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

const bring = (name: string, bytes: Uint8Array) =>
  page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })

/** After an undo the next file is shown first, unless a person says that it need not be. */
const importAtOnce = async () => {
  const isChecked = page.getByRole('switch', { name: 'Show me first what would happen' })
  expect(await isChecked.isChecked()).toBe(true)
  await isChecked.uncheck({ force: true })
}

const focused = () => page.evaluate(() => document.activeElement?.textContent)

const namesInDatabase = async () => {
  const visits = await server.db.serviceRecord.findMany({
    where: { organizationId: server.organizationId },
    orderBy: { externalId: 'asc' },
  })
  return visits.map(({ customerName }) => customerName)
}

it('takes a Latin-1 file with semicolons and German headings as it is', async () => {
  const text = [
    'Auftragsnr.;Kunde;Handy;Fahrzeug;Abgeschlossen am;Serviceberater',
    'A-1;Jürgen Größ;(212) 555-0101;2021 Audi A4;20.11.2026 09:30;Käthe Weiß',
  ].join('\r\n')
  // Without a network it says so at once, and keeps nothing back to import by itself later.
  await page.context().setOffline(true)
  await bring('auftraege.csv', iconv.encode(text, 'latin1'))
  await page.getByRole('alert').getByText('cannot be reached').waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('1 new visit, 1 call scheduled.').waitFor()
  expect(await namesInDatabase()).toEqual(['Jürgen Größ'])
  await expect.poll(focused).toBe('Done')
  await page.getByRole('button', { name: 'Import another file' }).click()
  await expect.poll(focused).toBe('Choose a file')
})

it('takes a workbook: sheet, columns, dry run, import, and back', async () => {
  // Closed at 17:16, so that its call is not due before the undo.
  const november = [
    ['Interne Nr', 'Kunde', 'Telefon mobil', 'Fertiggestellt am'],
    ['007', 'Zoë Rau', '(212) 555-0103', { serial: 46346.72 }],
    ['008', 'Udo Ernst', '12', { serial: 46346.72 }],
  ]
  // Without what reads it, the workbook is not called broken.
  await page.route('**/spreadsheet-worker*', (route) => route.abort(), { times: 1 })
  await bring('werkstatt.xlsx', makeXlsx({ November: november, Notizen: [['Nur zur Info']] }))
  await page.getByRole('alert').getByText('Check your connection and try again.').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('button', { name: /November/ }).click()
  await page.getByLabel('Order number').first().click()
  await page.getByRole('option', { name: 'Interne Nr' }).click()
  await page.getByText('For example 007, 008').waitFor()
  await page.getByRole('button', { name: 'See what would happen' }).click()
  await page.getByText('bring 1 new visit and schedule 1 call. Nothing has been written').waitFor()
  expect(await namesInDatabase()).toEqual(['Jürgen Größ'])
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('1 new visit, 1 call scheduled. 1 row needs mending').waitFor()
  expect(await namesInDatabase()).toEqual(['Zoë Rau', 'Jürgen Größ'])
  const undo = page.getByRole('button', { name: 'Undo this import' })
  await undo.click()
  const question = page.getByRole('dialog', { name: 'Undo this import?' })
  await question.waitFor()
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  // The rows to mend are still there to be read.
  await page.getByRole('heading', { name: 'Rows to mend' }).waitFor()
  await undo.click()
  await page.getByRole('button', { name: 'Undo the import' }).click()
  await page.getByText('1 visit removed, 1 call taken back.').waitFor()
  expect(await namesInDatabase()).toEqual(['Jürgen Größ'])
})

it('says how it read a file, and reads it as it is told', async () => {
  await page.getByRole('button', { name: 'Import a file' }).click()
  // Also where the next one is refused, and another one is chosen.
  await bring('leer.csv', Buffer.from(''))
  await page.getByRole('button', { name: 'Choose another file' }).click()
  await importAtOnce()
  const text = 'Auftragsnr.;Kunde;Handy;Fertig am\nC-1;Björn Öz;(212) 555-0107;10/11/26 09:30'
  const dos = iconv.encode(text, 'cp850')
  await bring('dos.csv', dos)
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/^Read as .*, separated by semicolons\.$/).waitFor()
  expect(await dialog.getByRole('cell', { name: 'Björn Öz' }).count()).toBe(0)
  // Before October and November were told apart, nothing is imported.
  await dialog.getByRole('radio', { name: 'October 11, 2026 (month first)' }).waitFor()
  const isDayFirst = dialog.getByRole('radio', { name: 'November 10, 2026 (day first)' })
  await isDayFirst.check()
  const country = dialog.getByLabel('Country of numbers without a country code').first()
  expect(await country.inputValue()).toBe('United States')
  await country.click()
  await page.getByRole('option', { name: 'Canada' }).click()
  // A look that is late holds the page, and one that fails leaves it as it was.
  let answerLate = () => {}
  const late = new Promise<void>((resolve) => {
    answerLate = resolve
  })
  const importFile = '**/serviceRecords.importFile*'
  await page.route(importFile, (route) => late.then(() => route.abort()), { times: 1 })
  const check = dialog.getByRole('button', { name: 'See what would happen' })
  await dialog.getByLabel('Encoding').first().click()
  const mac = page.getByRole('option', { name: 'MacRoman' })
  await mac.waitFor()
  expect(await graveFaults(page, '[role=dialog], [role=listbox]')).toEqual([])
  await mac.click()
  await dialog.getByLabel('Loading').waitFor()
  expect(await check.isDisabled()).toBe(true)
  answerLate()
  await dialog.getByRole('alert').getByText('cannot be reached').waitFor()
  expect(await check.isEnabled()).toBe(true)
  await dialog.getByLabel('Encoding').first().click()
  await page.getByRole('option', { name: 'DOS (850)' }).click()
  await dialog.getByText('Read as DOS (850), separated by semicolons.').waitFor()
  await dialog.getByRole('cell', { name: 'Björn Öz' }).waitFor()
  await dialog.getByLabel('Separator').first().click()
  await page.getByRole('option', { name: 'Tabs' }).click()
  await dialog.getByText('Needed: choose its column').first().waitFor()
  await dialog.getByLabel('Separator').first().click()
  await page.getByRole('option', { name: 'Semicolons' }).click()
  await dialog.getByText('Needed: choose its column').first().waitFor({ state: 'detached' })
  // What was said of dates and numbers holds, however the file is taken apart.
  expect(await isDayFirst.isChecked()).toBe(true)
  expect(await country.inputValue()).toBe('Canada')
  await dialog.getByText('For example (212) 555-0107 → +1 212 555 0107').waitFor()
  await country.click()
  const usual = page.getByRole('option', { name: 'United States', exact: true })
  await usual.waitFor()
  expect(await graveFaults(page, '[role=dialog], [role=listbox]')).toEqual([])
  await usual.click()
  await page.getByRole('button', { name: 'See what would happen' }).click()
  await dialog.getByText('“10/11/26 09:30” is read as November 10, 2026 at 9:30').waitFor()
  // Trying again asks nothing again, and is no import of what nobody chose.
  await page.route(importFile, (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('alert').getByText('It is not known whether all was imported').waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('1 new visit').first().waitFor()
  expect(await namesInDatabase()).toEqual(['Jürgen Größ', 'Björn Öz'])
  await page.getByRole('button', { name: 'Import another file' }).click()
  // The next day's file is read as this one, and asks nothing.
  await bring('dos-again.csv', dos)
  await dialog.getByText('Nothing new: 1 visit was here already.').waitFor()
  await dialog.getByText('Read as DOS (850), separated by semicolons.').waitFor()
  expect(await namesInDatabase()).toEqual(['Jürgen Größ', 'Björn Öz'])
  await page.getByRole('button', { name: 'Import another file' }).click()
})

it('says that it only looks, where what would happen is to be seen first', async () => {
  const importFile = '**/serviceRecords.importFile*'
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route(importFile, async (route) => {
    if (route.request().postData()?.includes('"mode":"plan"')) await held
    await route.continue()
  })
  const dialog = page.getByRole('dialog')
  await bring(
    'zahlen.csv',
    Buffer.from('RO,Kunde,Handy,Fertig am\nE-1,Ida,(212) 555-0109,46346.72'),
  )
  await dialog.getByRole('status').getByText('Looking through “zahlen.csv”').waitFor()
  const progress = dialog.getByRole('progressbar', { name: 'Checking' })
  expect(await progress.getAttribute('aria-valuenow')).toBeNull()
  goOn()
  await dialog.getByText('bring 1 new visit and schedule 1 call. Nothing has been').waitFor()
  await dialog.getByText('“46346.72” is read as November 20, 2026').waitFor()
  await page.unroute(importFile)
  await expect.poll(focused).toBe('Import')
  await dialog.getByRole('button', { name: 'Change how it is read' }).click()
  await dialog.getByLabel('Encoding').first().waitFor()
  await expect.poll(focused).toContain('Encoding')
  await page.getByRole('button', { name: 'Cancel' }).click()
})

it('takes an earlier import back from the list of them', async () => {
  const undo = page.getByRole('button', { name: 'Undo the import of dos.csv' })
  await undo.click()
  await page.getByRole('button', { name: 'Undo the import', exact: true }).click()
  await page.getByText('1 visit removed').waitFor()
  expect(await namesInDatabase()).toEqual(['Jürgen Größ'])
})

it('stops half-way where it is told to, and goes on with the rest another time', async () => {
  await page.getByRole('button', { name: 'Import a file' }).click()
  await importAtOnce()
  const rows = Array.from(
    { length: 4000 },
    (_, at) => `D-${10_000 + at};Uta Kern;(212) 555-0${150 + (at % 50)};01.11.2026 09:30`,
  )
  const text = ['Auftragsnr.;Kunde;Handy;Abgeschlossen am', ...rows].join('\n')
  await bring('viele.csv', Buffer.from(text))
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByText(/Stopped after [\d,]+ of 4,000 rows; import the file again/).waitFor()
  const landed = (await namesInDatabase()).length - 1
  expect(landed).toBeGreaterThan(0)
  expect(landed).toBeLessThan(4000)
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await page.getByRole('button', { name: 'Undo the import', exact: true }).click()
  await page.getByText(/visits? removed/).waitFor()
  expect(await namesInDatabase()).toEqual(['Jürgen Größ'])
})

it('takes the mended rows where its report says to drop them', async () => {
  const heading = 'Auftragsnr.;Kunde;Handy;Abgeschlossen am'
  await page.getByRole('button', { name: 'Import a file' }).click()
  await importAtOnce()
  const bad = `${heading}\nB-1;Uta Kern;12;20.11.2026 09:30`
  await bring('gestern.csv', Buffer.from(bad))
  await page.getByText('1 row needs mending').waitFor()
  const mended = bad.replace(';12;', ';(212) 555-0104;')
  const report = page.getByRole('dialog').getByRole('heading', { name: 'Rows to mend' })
  await dropText(report, { name: 'gestern-bad-rows.csv', text: mended })
  await page.getByText('1 new visit, 1 call scheduled.').waitFor()
  expect(await namesInDatabase()).toEqual(['Jürgen Größ', 'Uta Kern'])
})
