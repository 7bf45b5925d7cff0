import type { Page } from 'playwright-core'

/** A page that is used by keyboard alone, and what it reads out. */
export function keyboardOf(page: Page) {
  /** What has the focus: its name, and its value if it has one to say. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      const labels = element instanceof HTMLInputElement ? element.labels : null
      const name =
        element?.getAttribute('aria-label') ??
        labels?.[0]?.textContent ??
        element?.textContent ??
        ''
      const value = element?.getAttribute('aria-valuetext')
      return (value ? `${name}: ${value}` : name).replaceAll(/\s/g, ' ')
    })
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  /** Whether the way back to something of this name has fewer stops than the way on. */
  const isNearerBack = (name: RegExp) =>
    page.evaluate(
      ({ source, flags }) => {
        const all = [
          ...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, [tabindex]'),
        ]
        const stops = all.filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility())
        const named = new RegExp(source, flags)
        const at = stops.findIndex((stop) => document.activeElement?.isSameNode(stop))
        // Past the last stop comes the first.
        const ways = stops.flatMap((stop, index) =>
          named.test((stop.ariaLabel ?? stop.textContent).replaceAll(/\s/g, ' '))
            ? [(index - at + stops.length) % stops.length]
            : [],
        )
        return ways.length > 0 && stops.length - Math.max(...ways) < Math.min(...ways)
      },
      { source: name.source, flags: name.flags },
    )
  /** Goes through the page with the key alone until something of this name has the focus. */
  const goTo = async (name: RegExp, key?: string) => {
    const next = key ?? ((await isNearerBack(name)) ? 'Shift+Tab' : 'Tab')
    for (let presses = 0; presses < 200; presses++) {
      if (name.test(await focused())) return
      await press(next)
    }
    throw new Error(`The focus never reached ${name}`)
  }
  return {
    focused,
    press,
    goTo,
    /** Goes to a field and writes into it, in place of what it held. */
    async fill(name: RegExp, text: string) {
      await goTo(name)
      await press('ControlOrMeta+a')
      await page.keyboard.type(text)
    },
    /** Goes to a button and presses it. */
    async pressOn(name: RegExp) {
      await goTo(name)
      await press('Enter')
    },
  }
}
