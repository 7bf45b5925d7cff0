import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { enterDemo } from '../support/enter-demo.ts'
import { browserArgs, findBrowser } from '../support/find-browser.ts'
import { startServer } from '../support/started-server.ts'
import { isSettled, type Look, type View } from './view.ts'
import { views } from './views.ts'

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
const looks: Look[] = sizes.flatMap((size) =>
  schemes.map((colorScheme) => ({ ...size, colorScheme })),
)
const wanted = process.argv.slice(2)
const chosen = views.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const faults: string[] = []

await mkdir(folder, { recursive: true })
const dataDir = await mkdtemp(path.join(tmpdir(), 'ringback-screenshots-'))
const server = await startServer(dataDir, { SIGN_UP: 'open' })
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs })
try {
  for (const look of looks) await takeAll(browser, look)
  for (const look of looks) await takeOwned(browser, look)
} finally {
  await browser.close()
  await server.kill('SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
}
console.log(`Pictures are in ${folder}`)
for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)

async function takeAll(browser: Browser, look: Look) {
  const ofLook = chosen.filter((view) => !view.isOwned && isShown(view, look))
  const doors = ofLook.filter(({ isDoor }) => isDoor)
  for (const language of ['en', 'es'] as const) {
    const inside = ofLook.filter((view) => !view.isDoor && (view.language ?? 'en') === language)
    if (inside.length === 0 && (doors.length === 0 || language === 'es')) continue
    const context = await openContext(browser, look, language === 'en' ? 'en-US' : 'es-MX')
    // The doors first: they lead on at once who is inside already.
    if (language === 'en') for (const view of doors) await take(context.newPage(), view, look)
    await enterDemo(context, server.address, 'manager')
    for (const view of inside) await take(context.newPage(), view, look)
    await context.close()
  }
}

/** Each look has an organization of its own, in which nobody has made anything yet. */
async function takeOwned(browser: Browser, look: Look) {
  const ofLook = chosen.filter((view) => view.isOwned && isShown(view, look))
  if (ofLook.length === 0) return
  const context = await openContext(browser, look, 'en-US')
  await post(context, 'account.found', {
    organizationName: 'Northgate Service',
    timeZone: 'America/New_York',
    name: 'Robin',
    email: `robin-${look.width}-${look.colorScheme}@example.com`,
    password: 'a few easy words',
  })
  for (const view of ofLook) await take(context.newPage(), view, look)
  await context.close()
}

function isShown({ only = {} }: View, look: Look): boolean {
  return Object.entries(only).every(([key, value]) => Reflect.get(look, key) === value)
}

async function openContext(browser: Browser, look: Look, locale: string) {
  const { colorScheme, ...viewport } = look
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  return context
}

async function post(context: BrowserContext, procedure: string, data: object) {
  const answer = await context.request.post(`${server.address}/trpc/${procedure}`, {
    headers: { 'x-ringback': '1' },
    data,
  })
  if (!answer.ok()) faults.push(`${procedure}: ${answer.status()} ${await answer.text()}`)
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
    await isSettled(page)
    if (view.isOnPaper) await toPaper(page)
  } catch (error) {
    faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
  }
  await page.screenshot({
    path: path.join(folder, `${name}.png`),
    fullPage: view.isOnPaper === true,
  })
  // Of what no picture shows nothing is told.
  page.removeAllListeners('console')
  await view.leave?.(page)
  await page.close()
}

async function toPaper(page: Page) {
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
}
