import { useEffect, useState } from 'react'
import { afterScrolling } from './scrolling.ts'

/** Answers how to take it back, as all here. */
export function callLater(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** Safari knows no idle moments; there it is soon. */
function callWhenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') return callLater(100, run)
  const id = requestIdleCallback(run)
  return () => cancelIdleCallback(id)
}

/** Once the time is over, nobody scrolls and the page has nothing to do. */
export function callWhenQuiet(ms: number, run: () => void): () => void {
  let stop = callLater(ms, look)
  function look(): void {
    stop = afterScrolling(look) ?? callWhenIdle(run)
  }
  return () => stop()
}

const SETTLES_MS = 2000

/**
 * Whether the page has been drawn for a while, nobody scrolls, and it has nothing to do, for what may
 * come later: until then server and processor have their hands full with what one looks at.
 */
export function useIsSettled(): boolean {
  const [isSettled, setIsSettled] = useState(false)
  useEffect(() => callWhenQuiet(SETTLES_MS, () => setIsSettled(true)), [])
  return isSettled
}
