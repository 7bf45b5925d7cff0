import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWindows, type Windows } from '../support/browser-windows.ts'
import { makeCall } from '../support/factories.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'
import { hostileTexts } from '../support/walls/hostile-texts.ts'

let server: TestServer
let windows: Windows
const ids: string[] = []
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T17:00:00Z' })
  for (const text of hostileTexts) ids.push(await makeHostileCall(text))
  windows = await openWindows()
})
afterAll(async () => {
  await windows[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

/** A completed call of which every word that a customer or a workshop may write is hostile. */
async function makeHostileCall(text: string): Promise<string> {
  const { db, organizationId } = server
  const call = await makeCall(db, organizationId, {
    status: 'completed',
    outcome: 'answered',
    npsScore: 3,
    endTime: new Date('2026-11-20T16:00:00Z'),
    feedbackSummary: text,
    callReason: text,
    notes: text,
    tags: [text],
    record: {
      customerName: text,
      serviceType: text,
      externalId: text,
      overallFeedback: text,
      positiveMentions: [text],
      areasToImprove: [text],
      vehicleInfo: { make: text, model: text, year: 2021, vehicleNumber: text, vin: text },
    },
  })
  const segments = [{ speaker: 'customer', text, startMs: 0, endMs: 1000 }]
  await db.transcript.create({
    data: { organizationId, callId: call.id, language: 'en', segments },
  })
  return call.id
}

/** Which of the texts ran, if any, and whether one made an element of its own. */
const ranIn = (page: Page) =>
  page.evaluate(() => ({
    isRun: Reflect.get(globalThis, 'isRun') ?? null,
    foreign: document.querySelectorAll(
      'iframe, object, embed, math, base, form[action], [onerror], [onload], [onfocus], a[href^="javascript:"]',
    ).length,
  }))
/** Opens a call as its row does, and waits for what its customer said. */
const showTranscript = async (page: Page, id: string, words: string) => {
  await page.evaluate((call) => {
    const address = new URL(location.href)
    address.searchParams.set('call', call)
    history.pushState(null, '', address)
  }, id)
  // Looked for within the page: a hundred questions from outside take longer than the answers.
  await page.waitForFunction(
    (said) =>
      document
        .querySelector('[aria-label="Call details"] [aria-label="Transcript"]')
        ?.textContent?.includes(said),
    words,
  )
}
const nothing = { isRun: null, foreign: 0 }

it('runs no script that stands in a name or a transcript', async () => {
  const page = await windows.open(server.address, { as: 'manager' })
  const answer = await page.goto(`${server.address}/`)
  expect(answer?.headers()['content-security-policy']).toMatch(
    /script-src 'self' 'sha256-[\w+/]{43}=';/,
  )
  await page.getByRole('tab', { name: 'Completed Calls' }).click()
  await expect.poll(() => page.locator('tbody tr[aria-rowindex]').count()).toBeGreaterThan(5)
  expect(await ranIn(page)).toEqual(nothing)
  for (const [at, id] of ids.entries()) {
    const text = hostileTexts[at] ?? ''
    // The words stand there as they were written, and do nothing.
    await showTranscript(page, id, text)
    expect({ text, ...(await ranIn(page)) }).toEqual({ text, ...nothing })
  }
})

it('would have noticed a script', async () => {
  const page = await windows.open(server.address, { as: 'manager' })
  await page.evaluate(() => Reflect.set(globalThis, 'isRun', 1))
  expect((await ranIn(page)).isRun).toBe(1)
  // And the page's own policy stops one that is put in all the same.
  await page.reload()
  const broken = await page.evaluate(async () => {
    const refused: string[] = []
    const isRefusedTwice = new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        if (refused.push(effectiveDirective) === 2) resolve(null)
      })
    })
    document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.isRun = 2">')
    const script = document.createElement('script')
    script.textContent = 'globalThis.isRun = 3'
    document.body.append(script)
    await isRefusedTwice
    return refused.sort()
  })
  expect(broken).toEqual(['script-src-attr', 'script-src-elem'])
  expect((await ranIn(page)).isRun).toBe(null)
})
