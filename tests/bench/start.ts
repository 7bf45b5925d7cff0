import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { enterDemo } from '../support/enter-demo.ts'
import { browserArgs, findBrowser } from '../support/find-browser.ts'
import { atMost, type Measurement, percentile, round } from '../support/measurement.ts'
import { databasePid, proportionalMb, residentMb, startServer } from '../support/started-server.ts'

type Start = { addressMs: number; rowsMs: number; serverMb: number; databaseMb: number }

const warmRuns = 5

/** From `npm start` to the address and to the first rows in a browser, cold once and warm. */
export async function measure(): Promise<Measurement> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-start-'))
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs })
  try {
    // The browser's own first page is slow and is not what is measured.
    await (await browser.newPage()).goto('about:blank')
    const cold = await startOnce(dataDir, browser)
    const warm: Start[] = []
    for (let run = 0; run < warmRuns; run++) warm.push(await startOnce(dataDir, browser))
    const median = (pick: (start: Start) => number) => percentile(warm.map(pick), 0.5)
    const worst = (pick: (start: Start) => number) => Math.max(...warm.map(pick))
    return {
      name: 'start',
      aims: [
        atMost('warm: npm start to address', 4, median((start) => start.addressMs) / 1000, 's'),
        atMost('warm: address to first rows', 2, median((start) => start.rowsMs) / 1000, 's'),
        atMost(
          'memory of the server',
          250,
          worst((start) => start.serverMb),
          'MB',
        ),
        atMost(
          'memory of the database',
          200,
          worst((start) => start.databaseMb),
          'MB',
        ),
      ],
      figures: {
        'cold address s': round(cold.addressMs / 1000),
        'cold first rows s after it': round(cold.rowsMs / 1000),
        'warm address s, median': round(median((start) => start.addressMs) / 1000),
        'warm address s, worst': round(worst((start) => start.addressMs) / 1000),
        'warm first rows s after it, median': round(median((start) => start.rowsMs) / 1000),
        'warm first rows s after it, worst': round(worst((start) => start.rowsMs) / 1000),
        'server MB, worst': round(worst((start) => start.serverMb)),
        'database MB, worst': round(worst((start) => start.databaseMb)),
        'warm runs': warmRuns,
      },
    }
  } finally {
    await browser.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function startOnce(dataDir: string, browser: Browser): Promise<Start> {
  const server = await startServer(dataDir)
  const context = await browser.newContext()
  try {
    await enterDemo(context, server.address, 'manager')
    const openedAt = performance.now()
    const page = await context.newPage()
    await page.goto(server.address)
    await page.locator('tbody tr[aria-rowindex]').first().waitFor()
    const rowsMs = performance.now() - openedAt
    return {
      addressMs: server.startMs,
      rowsMs,
      serverMb: residentMb(server.serverPid),
      databaseMb: proportionalMb(databasePid(dataDir)),
    }
  } finally {
    await context.close()
    await server.kill('SIGTERM')
  }
}
