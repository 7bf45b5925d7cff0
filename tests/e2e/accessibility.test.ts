import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWindows, type Windows } from '../support/browser-windows.ts'
import { makeCall } from '../support/factories.ts'
import { graveFaults } from '../support/grave-faults.ts'
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
})
afterAll(async () => {
  await windows[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

const rows = () => page.locator('tbody tr[aria-rowindex]')
const linkIsThere = (name: string) => page.getByRole('link', { name }).waitFor()
const regionIsThere = (name: string) => page.getByRole('region', { name }).waitFor()
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

async function openFirst(text: RegExp) {
  await rows().first().click()
  const details = page.getByRole('complementary', { name: 'Call details' })
  await details.getByText(text).first().waitFor()
}

async function leadToWords() {
  await openFirst(/No words found for this/)
  const details = page.getByRole('complementary', { name: 'Call details' })
  await details.getByRole('button', { name: /Seven.*0:02/ }).click()
  await details.getByRole('button', { name: 'Back to the finding' }).waitFor()
}

const views: [name: string, address: string, arrive: () => Promise<void>][] = [
  ['Ready for Call', '/', () => rows().first().waitFor()],
  ['Missed Calls', '/?tab=missed', () => rows().nth(1).waitFor()],
  ['Completed Calls', '/?tab=completed', () => rows().first().waitFor()],
  ['a ready call', '/', () => openFirst(/rules? allow/)],
  ['a call in doubt', '/?tab=missed&status=unknown', () => openFirst(/It did not ring/)],
  ['a completed call', '/?tab=completed', () => openFirst(/Seven\./)],
  ['words that were led to', '/?tab=completed', () => leadToWords()],
  ['the insights', '/insights', () => regionIsThere('Best hours')],
  ['the insights as tables', '/insights?view=tables', () => regionIsThere('Best hours')],
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
]

describe('nothing keeps anybody out', () => {
  it.each(views)('%s has no serious fault, light or dark', async (_, address, arrive) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto(server.address + address)
    await arrive()
    expect(await graveFaults(page)).toEqual([])
  })
})
