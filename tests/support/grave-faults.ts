import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Each serious or critical fault of the page as it stands, with the element that shows it. */
async function faultsOf(
  page: Page,
  { within, rules }: { within?: string; rules?: string[] },
): Promise<string[]> {
  // There are no frames: all is judged in the page itself, without a second one that sums it up.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (within !== undefined) axe.include(within)
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
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
