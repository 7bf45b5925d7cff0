import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext } from 'playwright-core'

export type ColdLoad = {
  interactiveMs: number
  rowsMs: number
  scriptKb: number
  cpuMs: number
}

const SETTLED_MS = 3000
const LOOK_EVERY_MS = 500

/**
 * Opens the page in a fresh browser context with the processor slowed. Interactive is when the
 * first rows are painted and no task blocks the page any more: the end of the last one over 50 ms.
 */
export async function loadCold(
  context: BrowserContext,
  { url, slowedTimes }: { url: string; slowedTimes: number },
): Promise<ColdLoad> {
  const page = await context.newPage()
  const devTools = await context.newCDPSession(page)
  await devTools.send('Network.enable')
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowedTimes })
  let scriptBytes = 0
  const scripts = new Set<string>()
  devTools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  devTools.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength
  })
  await page.addInitScript(watchLoad)
  await page.goto(url)
  // Asked rarely and plainly: whoever looks takes time from the page's own thread, slowed as it is.
  const hasRows = async () => {
    const { result } = await devTools.send('Runtime.evaluate', {
      expression: 'ringbackLoad.rowsMs > 0',
    })
    return result.value === true
  }
  while (!(await hasRows())) await pause(LOOK_EVERY_MS)
  await pause(SETTLED_MS)
  const seen: { rowsMs: number; tasks: { end: number; ms: number }[] } = await page.evaluate(() =>
    Reflect.get(globalThis, 'ringbackLoad'),
  )
  const { metrics } = await devTools.send('Performance.getMetrics')
  await page.close()
  const lastTaskEnd = Math.max(0, ...seen.tasks.map(({ end }) => end))
  return {
    interactiveMs: Math.max(seen.rowsMs, lastTaskEnd),
    rowsMs: seen.rowsMs,
    scriptKb: scriptBytes / 1000 + workerKb(),
    cpuMs: (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000,
  }
}

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
