import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Each serious or critical fault of the page as it stands, with the element that shows it. */
async function faultsOf(
  page: Page,
  { within, rules }: { within?: string; rules?: string[] },
): Promise<string[]> {
  // Once for each page that is loaded: the rules themselves take less time than their source.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async ({ within, rules }) => {
      // Colours on their way from light to dark are nobody's.
      for (const change of document.getAnimations()) {
        if (change instanceof CSSTransition) change.finish()
      }
      const inPage: typeof axe = Reflect.get(window, 'axe')
      const { violations } = await inPage.run(within ?? document, {
        // Of what passes, nothing is told, and so nothing need be found again.
        resultTypes: ['violations'],
        ...(rules && { runOnly: { type: 'rule', values: rules } }),
      })
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
    },
    { within, rules },
  )
}

/**
 * The grave faults of the page in light and in dark colours; it stays in the light ones. `within`
 * is a selector of what has opened over a page that was looked at already.
 */
export async function graveFaults(page: Page, within?: string): Promise<string[]> {
  const inLight = await faultsOf(page, { within })
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.locator('[data-mantine-color-scheme=dark]').waitFor()
  // Nothing else is another in the dark.
  const inDark = await faultsOf(page, { within, rules: ['color-contrast'] })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.locator('[data-mantine-color-scheme=light]').waitFor()
  return [...inLight, ...inDark.map((fault) => `in the dark, ${fault}`)]
}
