import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deleteCall } from '../../src/server/services/delete-call.ts'
import { openWindows, type Windows } from '../support/browser-windows.ts'
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
  ids = await makeWaitingCalls(server, 12)
})
afterAll(async () => {
  await windows[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

const row = (page: Page, index: number) => page.locator(`[data-call="${ids[index]}"]`)
const live = (page: Page) => page.locator('[data-live="live"]').waitFor()

it('names those of many that a change did not reach, and takes back the others', async () => {
  const page = await windows.open(server.address, { as: 'manager' })
  await live(page)
  const select = async (...indexes: number[]) => {
    for (const index of indexes) await row(page, index).getByRole('checkbox').click()
  }
  const toolbar = page.getByRole('toolbar', { name: 'Selected calls' })
  const report = page.getByRole('region', { name: 'What became of the change' })
  const reported = (words: string | RegExp) => report.getByText(words).waitFor()
  const standing = () =>
    server.db.call.findMany({
      where: { id: { in: [5, 7].map((index) => ids[index] ?? '') } },
      orderBy: { dueAt: 'asc' },
      select: { status: true, dueAt: true },
    })
  const before = await standing()

  await select(5, 6, 7)
  // A colleague removes one of them meanwhile.
  await page.route(
    /calls\.changeMany/,
    async (route) => {
      await deleteCall(server.deps, {
        organizationId: server.organizationId,
        callId: ids[6] ?? '',
        actor: someActor,
      })
      await route.continue()
    },
    { times: 1 },
  )
  await toolbar.getByRole('button', { name: 'Reschedule' }).click()
  const dialog = page.getByRole('dialog', { name: 'Reschedule 3 calls' })
  await dialog.getByRole('button', { name: 'Reschedule' }).click()
  await reported(/^2 calls rescheduled\. 1 call could not be changed:$/)
  expect(await report.getByRole('listitem').allTextContents()).toEqual([
    expect.stringMatching(/^Customer 06: ./),
  ])
  expect(await standing()).not.toEqual(before)
  await report.getByRole('button', { name: 'Undo' }).click()
  await reported('2 calls stand as before.')
  expect(await standing()).toEqual(before)
  await report.getByRole('button', { name: 'Close this report' }).click()

  await select(5, 7)
  await toolbar.getByRole('button', { name: 'Cancel calls' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel 2 calls' }).click()
  await reported('2 calls canceled.')
  expect((await standing()).map(({ status }) => status)).toEqual(['canceled', 'canceled'])
  await report.getByRole('button', { name: 'Undo' }).click()
  await reported('2 calls stand as before.')
  expect(await standing()).toEqual(before)
  await page.context().close()
})
