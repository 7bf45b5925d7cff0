import type { Page } from 'playwright-core'

/** Holds what a page asks of an address, until it is told to fail or to go on. */
export async function holdRequest(page: Page, address: RegExp) {
  let end = (_isSent: boolean) => {}
  const ended = new Promise<boolean>((resolve) => {
    end = resolve
  })
  let asked = () => {}
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  await page.route(address, async (route) => {
    asked()
    if (await ended) await route.continue()
    else await route.abort()
  })
  return {
    /** Resolves once the page has asked. */
    isAsked,
    fail: () => end(false),
    goOn: () => end(true),
  }
}
