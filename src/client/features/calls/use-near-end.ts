import { useEffect } from 'react'

/**
 * Asks for more when the end of what is loaded is near: after a scroll, and also when calls leave a
 * list that nobody scrolls, until what is left is long enough again.
 */
export function useNearEnd(input: {
  /** Index of the last row in sight. */
  lastShown: number
  count: number
  margin: number
  onNearEnd: () => void
}): void {
  const { lastShown, count, margin, onNearEnd } = input
  const isNear = lastShown >= count - margin
  useEffect(() => {
    if (isNear) onNearEnd()
  }, [isNear, onNearEnd])
}
