import { useEffect, useState } from 'react'

/** Answers how to take it back, as all here. */
export function callLater(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** Safari knows no idle moments; there it is soon. */
export function callWhenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') return callLater(100, run)
  const id = requestIdleCallback(run)
  return () => cancelIdleCallback(id)
}

/** Whether the page had nothing to do for a moment since this was drawn, for what may come later. */
export function useIsSettled(): boolean {
  const [isSettled, setIsSettled] = useState(false)
  useEffect(() => callWhenIdle(() => setIsSettled(true)), [])
  return isSettled
}
