import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { enterDemo } from '../support/enter-demo.ts'
import { browserArgs, findBrowser } from '../support/find-browser.ts'
import { startServer } from '../support/started-server.ts'
import { type View, views } from './views.ts'

/**
 * Takes a picture of every page at two widths, light and dark, of the built server with its demo;
 * names on the command line leave out the others. Ends with 1 where a page did not come or
 * complained, and says which.
 */
const folder = path.resolve('tests/.artifacts/screenshots')
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
const schemes = ['light', 'dark'] as const
const wanted = process.argv.slice(2)
const faults: string[] = []

await mkdir(folder, { recursive: true })
const dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-screenshots-'))
const server = await startServer(dataDir)
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs })
try {
  for (const size of sizes) {
    for (const colorScheme of schemes) await takeAll(browser, { ...size, colorScheme })
  }
} finally {
  await browser.close()
  await server.kill('SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
}
console.log(`Pictures are in ${folder}`)
for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)

type Look = { width: number; height: number; colorScheme: 'light' | 'dark' }

async function takeAll(browser: Browser, look: Look) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    ...{ colorScheme: look.colorScheme, reducedMotion: 'reduce', locale: 'en-US' },
  })
  context.setDefaultTimeout(15_000)
  const chosen = views.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  // The doors first: they lead on at once who is inside already.
  for (const view of chosen.filter(({ isDoor }) => isDoor))
    await take(context.newPage(), view, look)
  await enterDemo(context, server.address, 'manager')
  for (const view of chosen.filter(({ isDoor }) => !isDoor))
    await take(context.newPage(), view, look)
  await context.close()
}

async function take(opening: Promise<Page>, view: View, look: Look) {
  const page = await opening
  const name = `${view.name}-${look.width}-${look.colorScheme}`
  page.on('pageerror', ({ message }) => faults.push(`${name}: ${message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${name}: ${message.text()}`)
  })
  try {
    await page.goto(server.address + view.address)
    await view.arrive(page)
    await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' })
  } catch (error) {
    faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
  await page.close()
}
