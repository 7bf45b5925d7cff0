import type { Page } from 'playwright-core'

/** What is written beyond the sides of the window, other than in what scrolls by itself. */
export const outsideTheWindow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isScrolled = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || isScrolled(element.parentElement))
    const hasWords = ({ childNodes }: Element) =>
      [...childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim())
    const { scrollWidth, clientWidth } = document.documentElement
    const written = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width, height } = element.getBoundingClientRect()
      // What only a screen reader is told is a pixel or none.
      if (width <= 1 || height <= 1 || (left >= -1 && right <= clientWidth + 1)) return false
      return hasWords(element) && element.checkVisibility() && !isScrolled(element.parentElement)
    })
    const words = written.map(({ textContent }) => textContent?.trim().slice(0, 60) ?? '')
    return scrollWidth > clientWidth ? [`the page itself: ${scrollWidth}`, ...words] : words
  })
