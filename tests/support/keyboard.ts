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
  /** Goes through the page with the key alone until something of this name has the focus. */
  const goTo = async (name: RegExp, key = 'Tab') => {
    for (let presses = 0; presses < 200; presses++) {
      if (name.test(await focused())) return
      await press(key)
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
