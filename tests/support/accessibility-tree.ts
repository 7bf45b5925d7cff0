import type { Page } from 'playwright-core'

/** What a screen reader finds on the page, one line for each thing that has a role and a name. */
export async function accessibilityTree(page: Page): Promise<string[]> {
  const devTools = await page.context().newCDPSession(page)
  const { nodes } = await devTools.send('Accessibility.getFullAXTree')
  await devTools.detach()
  return nodes
    .filter(({ ignored, name, role }) => !ignored && name?.value && !texts.has(role?.value))
    .map(({ role, name, properties = [] }) => {
      const states = properties
        .filter(
          ({ name, value }) => told.has(name) && value.value !== false && value.value !== 'false',
        )
        .map(({ name }) => name)
      return [`${role?.value}: ${name?.value}`, ...states].join(', ')
    })
}

const told = new Set<string>(['selected', 'checked', 'focused', 'pressed', 'modal'])

/** Texts are told again, letter by letter, below whatever they name. */
const texts = new Set(['InlineTextBox'])
