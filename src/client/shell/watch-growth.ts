/** What has not come by then is not waited for. */
const PATIENCE_MS = 10_000
const byHand = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const
const options = { passive: true, capture: true }

/**
 * Says, before it is painted, that something has changed within an element; gives up once a person
 * takes hold of the page. Answers how to stop.
 */
export function watchGrowth(
  element: HTMLElement,
  on: { grown: () => void; givenUp: () => void },
): () => void {
  const observer = new MutationObserver(on.grown)
  observer.observe(element, { childList: true, subtree: true })
  const timer = setTimeout(on.givenUp, PATIENCE_MS)
  for (const event of byHand) window.addEventListener(event, on.givenUp, options)
  return () => {
    observer.disconnect()
    clearTimeout(timer)
    for (const event of byHand) window.removeEventListener(event, on.givenUp, options)
  }
}
