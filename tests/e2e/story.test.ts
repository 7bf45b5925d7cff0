import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { transcriptSegmentSchema } from '../../src/server/domain/call.schema.ts'
import { callTabs } from '../../src/server/domain/call-status.ts'
import { evidenceSchema } from '../../src/server/domain/evidence.schema.ts'
import { openWindows, type Windows } from '../support/browser-windows.ts'
import { dropFile } from '../support/drop-file.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

/** Friday 2026-11-20, 17:50 in New York: ten minutes of the usual window are left. */
const fridayEvening = '2026-11-20T22:50:00Z'
const visits = 'tests/fixtures/visits.csv'
const tabNames = { ready: 'Ready for Call', missed: 'Missed Calls', completed: 'Completed Calls' }

let server: TestServer
let windows: Windows
let agent: Page
let colleague: Page

beforeAll(async () => {
  server = await startTestServer({ now: fridayEvening })
  windows = await openWindows()
  agent = await windows.open(server.address)
  await agent.getByRole('button', { name: 'Manager' }).click()
  colleague = await windows.open(server.address, { as: 'manager' })
})
afterAll(async () => {
  await windows[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

const rows = (page: Page) => page.locator('tbody tr[aria-rowindex]')
const openTab = (page: Page, tab: keyof typeof tabNames) =>
  page.getByRole('tab', { name: tabNames[tab] }).click()

/** What the badges of the three tabs say. */
async function countsOn(page: Page): Promise<Record<string, number>> {
  const entries = await Promise.all(
    callTabs.map(async (tab) => {
      const text = await page.getByRole('tab', { name: tabNames[tab] }).textContent()
      return [tab, Number(text?.replace(tabNames[tab], '').replaceAll(/\D/g, ''))] as const
    }),
  )
  return Object.fromEntries(entries)
}

async function countsInDatabase(): Promise<Record<string, number>> {
  const { readyCount, missedCount, completedCount } =
    await server.db.organization.findUniqueOrThrow({ where: { id: server.organizationId } })
  return { ready: readyCount, missed: missedCount, completed: completedCount }
}

describe('a day with calls', () => {
  it('teaches what to do while there is nothing', async () => {
    await agent.getByRole('tab', { name: tabNames.ready }).waitFor()
    await expect.poll(() => countsOn(agent)).toEqual({ ready: 0, missed: 0, completed: 0 })
    await agent.getByText('Import', { exact: false }).first().waitFor()
  })

  it('lands the visits of a dropped file as calls with their due times', async () => {
    await dropFile(agent, visits)
    await agent.getByRole('dialog').getByText('Calls scheduled', { exact: true }).waitFor()
    await expect.poll(() => agent.getByRole('dialog').locator('dl').textContent()).toMatch(/60/)
    await agent.getByRole('button', { name: 'Done' }).click()
    await expect.poll(() => countsOn(agent)).toEqual({ ready: 60, missed: 0, completed: 0 })
    // The first ones are due at once, so up to three of them are on the line already.
    const waiting = await server.db.call.findMany({
      where: { status: 'ready' },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    })
    expect(waiting.length).toBeGreaterThanOrEqual(57)
    expect(waiting.every((call) => call.dueAt !== null)).toBe(true)
    // All of them and the heading, however many pages they came in.
    await expect
      .poll(async () => {
        await rows(agent).last().scrollIntoViewIfNeeded()
        return rows(agent).last().getAttribute('aria-rowindex')
      })
      .toBe('61')
    await agent.locator('table').evaluate((table) => table.parentElement?.scrollTo(0, 0))
    const first = rows(agent)
      .filter({ hasText: waiting[0]?.customerName ?? '' })
      .first()
    // 17:50 in New York, where the organization is; that is when the first calls are due.
    await expect.poll(() => first.textContent()).toMatch(/5:50|17:50/)
  })

  it('shows each change in a second window within a second', async () => {
    await expect.poll(() => countsOn(colleague)).toEqual({ ready: 60, missed: 0, completed: 0 })
    await expect.poll(() => rows(colleague).count()).toBeGreaterThan(5)
    const statuses = new Set<string>()
    for (let step = 0; step < 40; step++) {
      await server.pass(5)
      const live = await server.db.call.findMany({
        where: { status: { in: ['placing', 'ringing', 'in_progress'] } },
        orderBy: [{ startTime: 'asc' }, { id: 'asc' }],
      })
      for (const call of live) statuses.add(call.status)
      const expected = await countsInDatabase()
      await expect.poll(() => countsOn(colleague), { timeout: 1000 }).toEqual(expected)
      await expect
        .poll(async () => (await rows(colleague).allTextContents()).slice(0, live.length), {
          timeout: 1000,
        })
        .toEqual(live.map((call) => expect.stringContaining(call.customerName)))
    }
    expect([...statuses].sort()).toEqual(expect.arrayContaining(['in_progress', 'ringing']))
    const counts = await countsInDatabase()
    expect(counts.completed).toBeGreaterThan(0)
  })

  it('places nothing outside the window, and goes on in the next one', async () => {
    // A claimed call is not sent once ten seconds have passed: steps are shorter while calls are placed.
    await server.pass(8 * 60, 9)
    const placedSinceClosing = () =>
      server.db.callAttempt.findMany({
        where: { requestedAt: { gte: new Date('2026-11-20T23:00:00Z') } },
      })
    expect(await placedSinceClosing()).toEqual([])
    const before = await countsInDatabase()
    // The night until two minutes before ten, an hour at once; the dispatcher looks each time.
    for (let hour = 0; hour < 15; hour++) {
      await server.clock.skip(3_599_000)
      await server.pass(1)
    }
    await server.clock.skip(3_405_000)
    await server.pass(1)
    expect(await placedSinceClosing()).toEqual([])
    await server.pass(5 * 60, 9)
    const saturday = await countsInDatabase()
    expect(saturday.completed).toBeGreaterThan(before.completed ?? 0)
    await expect.poll(() => countsOn(colleague), { timeout: 5000 }).toEqual(saturday)
  })

  it('shows everything about a completed call and plays it from a clicked line', async () => {
    await openTab(agent, 'completed')
    await rows(agent).first().click()
    const details = agent.getByRole('complementary', { name: 'Call details' })
    const id = new URL(agent.url()).searchParams.get('call')
    const call = await server.db.call.findUniqueOrThrow({
      where: { id: id ?? '' },
      include: { serviceRecord: true, transcript: true },
    })
    expect(call.npsScore).not.toBeNull()
    await details.getByText(call.customerName).first().waitFor()
    const text = () => details.textContent()
    for (const mention of call.serviceRecord.positiveMentions) {
      await expect.poll(text).toContain(mention)
    }
    for (const area of call.serviceRecord.areasToImprove) await expect.poll(text).toContain(area)
    await expect.poll(text).toContain(call.feedbackSummary)
    const lines = details.getByRole('list', { name: 'Transcript' }).getByRole('button')
    await expect.poll(() => lines.count()).toBeGreaterThan(4)
    await lines.nth(3).click()
    await details.getByRole('button', { name: 'Pause' }).waitFor()
    const position = () =>
      details
        .getByRole('slider', { name: 'Position in the recording' })
        .evaluate((slider) =>
          Number(slider.getAttribute('aria-valuenow') ?? Reflect.get(slider, 'value')),
        )
    await expect.poll(position).toBeGreaterThan(0)
    // By the keys: back to the beginning, five seconds on, faster, and without its pauses.
    await details.getByRole('button', { name: 'Pause' }).click()
    const sound = details.locator('audio')
    const heardSec = () => sound.evaluate((audio: HTMLAudioElement) => audio.currentTime)
    for (let back = await heardSec(); back > 0; back -= 5) await agent.keyboard.press(',')
    await expect.poll(heardSec).toBe(0)
    await agent.keyboard.press('.')
    await expect.poll(heardSec).toBe(5)
    const rate = () => sound.evaluate((audio: HTMLAudioElement) => audio.playbackRate)
    await agent.keyboard.press('>')
    await expect.poll(rate).toBe(1.25)
    await details.getByLabel('Speed').selectOption('2×')
    await expect.poll(rate).toBe(2)
    await details.getByLabel(/^Skip silence/).check()
  })

  it('leads from a finding to the words, and plays them', async () => {
    const details = agent.getByRole('complementary', { name: 'Call details' })
    const id = new URL(agent.url()).searchParams.get('call') ?? ''
    const { evidence, segments } = await server.db.transcript.findFirstOrThrow({
      where: { callId: id },
    })
    const said = z.array(evidenceSchema).parse(evidence)
    const last = said.filter(({ about }) => about !== 'summary').at(-1)
    const { startMs } = z.array(transcriptSegmentSchema).parse(segments)[
      last?.segmentIndex ?? 0
    ] ?? {
      startMs: 0,
    }
    const words = details.getByRole('list').getByRole('button', { name: last?.quote })
    await words.first().focus()
    await agent.keyboard.press('Enter')
    await expect.poll(() => details.locator('mark').textContent()).toBe(last?.quote)
    const focused = details.locator('button:focus')
    await expect.poll(() => focused.textContent()).toContain(last?.quote)
    await details.getByRole('button', { name: 'Pause' }).waitFor()
    const heardMs = () =>
      details.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime * 1000)
    await expect.poll(heardMs).toBeGreaterThanOrEqual(startMs)
    await details.getByRole('button', { name: 'Back to the finding' }).click()
    await expect.poll(() => focused.textContent()).toContain(last?.quote)
    await expect.poll(() => details.locator('mark').count()).toBe(0)
  })

  it('goes on to the next call, and keeps what was said where a score is put right', async () => {
    const details = agent.getByRole('complementary', { name: 'Call details' })
    const openId = () => new URL(agent.url()).searchParams.get('call') ?? ''
    const first = openId()
    await details.getByText(/^1 of \d+$/).waitFor()
    await agent.keyboard.press('n')
    await details.getByText(/^2 of \d+$/).waitFor()
    const second = openId()
    expect(second).not.toBe(first)
    const { npsScore } = await server.db.call.findUniqueOrThrow({ where: { id: second } })
    const corrected = npsScore === 9 ? 10 : 9
    await details.getByRole('button', { name: 'Correct' }).click()
    await details.getByLabel('NPS').selectOption(String(corrected))
    await details.getByRole('button', { name: 'Save feedback' }).click()
    await details.getByText(`Originally: ${npsScore ?? '–'}. Changed by`).waitFor()
    await details.getByRole('button', { name: 'Previous call' }).click()
    await expect.poll(openId).toBe(first)
    // A link without a tab leads to where the call stands by then.
    await agent.goto(`${server.address}/?call=${second}`)
    await details.getByText(/^2 of \d+$/).waitFor()
    await details.getByText(`${corrected} Promoter`).waitFor()
    const life = details.getByRole('list', { name: 'Timeline, newest first' })
    await life.getByRole('listitem', { name: 'Demo manager changed this call' }).waitFor()
    const inOrder =
      /changed this call.*Attempt 1.*Demo manager imported its visit with the file visits.csv/s
    expect(await life.ariaSnapshot()).toMatch(inOrder)
    // Printed, it is a page of its own.
    await agent.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    const paper = agent.locator('[data-printed]')
    await expect.poll(() => paper.textContent()).toContain('Calling hours')
    expect(await paper.textContent()).toMatch(inOrder)
    expect(await paper.locator('button, audio, input').count()).toBe(0)
    await agent.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await paper.waitFor({ state: 'detached' })
  })

  it('runs a demo call to its end, each step as it happens', async () => {
    await agent.goto(`${server.address}/demo`)
    await agent.getByRole('radio', { name: 'Delighted customer' }).check()
    await agent.getByLabel('Customer name').fill('Robin Example')
    await agent.getByRole('button', { name: 'Create demo call' }).click()
    await agent.getByRole('button', { name: 'Start the call' }).click()
    const stage = agent.getByRole('region', { name: 'The demo call' })
    for (const step of [/ringing/i, /in progress|conversation/i, /completed/i]) {
      await expect
        .poll(
          async () => {
            await server.pass(2)
            return stage.getByRole('status').first().textContent()
          },
          { timeout: 30_000 },
        )
        .toMatch(step)
    }
    await expect.poll(() => stage.textContent()).toMatch(/10 Promoter/)
  })

  it('leads a manager from the NPS of a month to a single sentence, and back to where they were', async () => {
    const count = (where: object) =>
      server.db.call.count({ where: { status: 'completed', isDemo: false, ...where } })
    const promoters = await count({ npsScore: { gte: 9 } })
    expect(promoters).toBeGreaterThan(1)
    const answers = await count({ npsScore: { not: null } })
    await agent.goto(`${server.address}/insights`)
    const firstDay = agent.getByLabel('First day')
    await firstDay.focus()
    await agent.keyboard.type('02032026')
    expect(await firstDay.inputValue()).toBe('2026-02-03')
    await agent.getByText('This month', { exact: true }).click()
    await agent.getByRole('radiogroup', { name: 'Trend by' }).getByText('Day').click()
    const score = agent.getByRole('region', { name: 'Net Promoter Score' })
    await score.getByText(`from ${answers} answers`).waitFor()
    const { search } = new URL(agent.url())
    expect(Object.fromEntries(new URLSearchParams(search))).toEqual({
      period: 'this-month',
      by: 'day',
    })
    const rowCount = () => agent.getByRole('table').getAttribute('aria-rowcount')
    const listed = async (calls: number) => {
      await agent.getByText(`All ${calls} calls shown`).waitFor()
      await expect.poll(rowCount).toBe(String(calls + 1))
    }

    await score.getByRole('link', { name: `promoters: ${promoters} answers` }).click()
    await listed(promoters)
    await agent.getByRole('button', { name: 'Remove filter: Without demo calls' }).click()
    await listed(promoters + 1)
    await agent.goBack()
    await score.getByText(`from ${answers} answers`).waitFor()

    // A day leads to its answers, from the words below the chart too.
    const trend = agent.getByRole('region', { name: 'Trend' })
    const day = trend.getByRole('link', { name: /, ([2-9]|\d\d+) answers, 95%/ }).last()
    const [, ofDay = ''] =
      / (\d+) answers, 95%/.exec((await day.getAttribute('aria-label')) ?? '') ?? []
    await day.hover()
    await trend.getByRole('link', { name: `${ofDay} answers`, exact: true }).click()
    await listed(Number(ofDay))
    await agent.goBack()
    await score.getByText(`from ${answers} answers`).waitFor()

    const bar = agent.getByRole('list', { name: 'What is praised' }).getByRole('link').first()
    await bar.scrollIntoViewIfNeeded()
    const [, praised = '', calls = ''] =
      /^(.*): (\d+) calls?$/.exec((await bar.getAttribute('aria-label')) ?? '') ?? []
    const place = () => bar.boundingBox()
    const before = await place()
    await bar.click()
    await listed(Number(calls))
    await rows(agent).first().click()
    const details = agent.getByRole('complementary', { name: 'Call details' })
    const { evidence } = await server.db.transcript.findFirstOrThrow({
      where: { callId: new URL(agent.url()).searchParams.get('call') ?? '' },
    })
    const quote = z
      .array(evidenceSchema)
      .parse(evidence)
      .find(({ mention }) => mention === praised)?.quote
    await details.getByRole('list').getByRole('button', { name: quote }).first().click()
    await expect.poll(() => details.locator('mark').textContent()).toBe(quote)

    await agent.goBack()
    await details.waitFor({ state: 'detached' })
    await listed(Number(calls))
    await agent.goBack()
    await score.getByText(`from ${answers} answers`).waitFor()
    expect(new URL(agent.url()).search).toBe(search)
    // Where the eye left it, not at the top.
    await expect.poll(place).toEqual(before)
  })

  it('saves a changed schedule, which is there after a reload', async () => {
    await agent.goto(`${server.address}/schedule`)
    const start = agent.getByRole('textbox', { name: /Monday.*start/i }).first()
    await start.fill('10:15')
    await start.blur()
    await agent.getByRole('button', { name: 'Save schedule' }).click()
    await expect
      .poll(() =>
        server.db.scheduleConfig.count({ where: { organizationId: server.organizationId } }),
      )
      .toBeGreaterThan(0)
    await agent.reload()
    await expect.poll(() => start.inputValue()).toMatch(/^10:15\sAM$/)
  })

  it('left no complaint in any console', () => {
    expect(windows.complaints).toEqual([])
  })
})
