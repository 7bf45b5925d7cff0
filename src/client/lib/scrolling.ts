/** Between two turns of a wheel, or two frames of a swipe, there is less. */
const RESTS_AFTER_MS = 150
/** Too short to be missed by who looks at rows that pass. */
const PUT_OFF_MS = 120

let lastScrollMs = Number.NEGATIVE_INFINITY

/** Whoever draws rows while they pass tells of it: the page's time belongs to them. */
export function noteScroll(): void {
  lastScrollMs = performance.now()
}

/** Runs something a moment later while rows pass, and answers how to call it off; else null. */
export function afterScrolling(run: () => void): (() => void) | null {
  if (performance.now() - lastScrollMs > RESTS_AFTER_MS) return null
  const timer = setTimeout(run, PUT_OFF_MS)
  return () => clearTimeout(timer)
}
