import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { type DemoRole, enterAs, enterDemo } from './enter-demo.ts'
import { browserArgs } from './find-browser.ts'

type WindowOptions = {
  width?: number
  height?: number
  /** What the browser asks pages to be written in. */
  locale?: string
  /** Signed in at the demo organization as this, or as somebody of another one; absent: nobody. */
  as?: DemoRole | { email: string; password: string }
}

export type Windows = AsyncDisposable & {
  /** A window of a browser of its own: nothing is shared with other windows. */
  open(address: string, options?: WindowOptions): Promise<Page>
  /** What the pages complained about; a test expects it to be empty. */
  complaints: string[]
}

// Files that run one after the other in a worker share it; it ends with the worker.
let shared: Promise<Browser> | null = null
const launch = () => chromium.launch({ executablePath: inject('browserPath'), args: browserArgs })
async function sharedBrowser(): Promise<Browser> {
  shared ??= launch()
  const browser = await shared
  if (browser.isConnected()) return browser
  shared = launch()
  return shared
}

/** A real Chromium whose pages may not fail silently. */
export async function openWindows(): Promise<Windows> {
  const browser = await sharedBrowser()
  const contexts: BrowserContext[] = []
  const complaints: string[] = []
  return {
    complaints,
    async open(address, { width = 1440, height = 900, locale = 'en-US', as } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        locale,
        timezoneId: 'America/New_York',
        reducedMotion: 'reduce',
      })
      contexts.push(context)
      if (typeof as === 'string') await enterDemo(context, address, as)
      else if (as !== undefined) await enterAs(context, address, as)
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      await page.goto(address)
      return page
    },
    async [Symbol.asyncDispose]() {
      for (const context of contexts) await context.close()
    },
  }
}
