import type { Page } from 'playwright-core'

/** Holds what a page asks of an address, until it is told to fail. */
export async function holdAndFail(page: Page, address: RegExp) {
  let fail = () => {}
  const held = new Promise<void>((resolve) => {
    fail = resolve
  })
  let asked = () => {}
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  await page.route(address, async (route) => {
    asked()
    await held
    await route.abort()
  })
  return {
    /** Resolves once the page has asked. */
    isAsked,
    fail: () => fail(),
  }
}
