import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { BarePage } from '../../support/bare-browser.ts'

export type ColdLoad = { interactiveMs: number; rowsMs: number; cpuMs: number }

const SETTLED_MS = 3000
const LOOK_EVERY_MS = 500

/**
 * Opens the address in an empty page with the processor slowed. Interactive is when the first rows
 * are painted and no task blocks the page any more: the end of the last one over 50 ms.
 */
export async function loadCold(
  page: BarePage,
  { url, slowedTimes }: { url: string; slowedTimes: number },
): Promise<ColdLoad> {
  await watch(page)
  await page.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.send('Emulation.setCPUThrottlingRate', { rate: slowedTimes })
  // The browser is still busy with the page before and with the process for the next one.
  await pause(SETTLED_MS)
  await goTo(page, url)
  const seen = loadSchema.parse(await ask(page, 'ringbackLoad'))
  const { metrics } = metricsSchema.parse(await page.send('Performance.getMetrics'))
  const lastTaskEnd = Math.max(0, ...seen.tasks.map(({ end }) => end))
  return {
    interactiveMs: Math.max(seen.rowsMs, lastTaskEnd),
    rowsMs: seen.rowsMs,
    cpuMs: (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000,
  }
}

/** How much script a cold load fetches, compressed; by itself, as counting it takes time. */
export async function weighScripts(page: BarePage, url: string): Promise<number> {
  let scriptBytes = 0
  const scripts = new Set<string>()
  page.on('Network.responseReceived', (params) => {
    const { requestId, type } = responseSchema.parse(params)
    if (type === 'Script') scripts.add(requestId)
  })
  page.on('Network.dataReceived', (params) => {
    const { requestId, encodedDataLength } = dataSchema.parse(params)
    if (scripts.has(requestId)) scriptBytes += encodedDataLength
  })
  await watch(page)
  await page.send('Network.enable')
  await goTo(page, url)
  return scriptBytes / 1000 + workerKb()
}

async function watch(page: BarePage): Promise<void> {
  await page.send('Page.enable')
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: watchLoad })
}

/** Until the rows are there and all has settled. */
async function goTo(page: BarePage, url: string): Promise<void> {
  const { errorText } = navigationSchema.parse(await page.send('Page.navigate', { url }))
  if (errorText) throw new Error(`${url} did not open: ${errorText}`)
  // Asked rarely and plainly: whoever looks takes time from the page's own thread, slowed as it is.
  do await pause(LOOK_EVERY_MS)
  while ((await ask(page, 'globalThis.ringbackLoad?.rowsMs > 0')) !== true)
  await pause(SETTLED_MS)
}

async function ask(page: BarePage, expression: string): Promise<unknown> {
  const answer = await page.send('Runtime.evaluate', { expression, returnByValue: true })
  return answerSchema.parse(answer).result.value
}

const navigationSchema = z.object({ errorText: z.string().optional() })
const answerSchema = z.object({ result: z.object({ value: z.unknown().optional() }) })
const loadSchema = z.object({
  rowsMs: z.number(),
  tasks: z.array(z.object({ end: z.number(), ms: z.number() })),
})
const metricsSchema = z.object({
  metrics: z.array(z.object({ name: z.string(), value: z.number() })),
})
const responseSchema = z.object({ requestId: z.string(), type: z.string() })
const dataSchema = z.object({ requestId: z.string(), encodedDataLength: z.number() })

/** The shared worker that holds the socket is fetched too, out of the page's sight. */
function workerKb(): number {
  const folder = path.resolve('dist/client/assets')
  const file = readdirSync(folder).find((name) => /^feed-worker-.*\.js\.gz$/.test(name))
  return file === undefined ? 0 : statSync(path.join(folder, file)).size / 1000
}

const watchLoad = `
  const seen = { rowsMs: 0, tasks: [] }
  globalThis.ringbackLoad = seen
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      seen.tasks.push({ end: startTime + duration, ms: duration })
    }
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    if (document.querySelector('tbody tr[aria-rowindex]') === null) return requestAnimationFrame(look)
    requestAnimationFrame(() => setTimeout(() => { seen.rowsMs = performance.now() }))
  }
  requestAnimationFrame(look)
`
