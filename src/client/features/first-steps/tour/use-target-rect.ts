import { useEffect, useState } from 'react'

export type TargetRect = { top: number; left: number; width: number; height: number }

const MARGIN = 4
const LOOK_AGAIN_MS = 250

const inSight = (selector: string) =>
  [...document.querySelectorAll(selector)].find((element) => element.getClientRects().length > 0)

function rectOf(selector: string): TargetRect {
  const element = inSight(selector)
  if (element === undefined) {
    // Said in the middle where there is nothing to point at.
    return { top: innerHeight / 3, left: innerWidth / 2, width: 0, height: 0 }
  }
  const { top, left, width, height } = element.getBoundingClientRect()
  return {
    top: top - MARGIN,
    left: left - MARGIN,
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN,
  }
}

const isSame = (a: TargetRect | null, b: TargetRect) =>
  a !== null && Object.entries(b).every(([side, at]) => a[side as keyof TargetRect] === at)

/** Where on the screen something is, followed while the page moves; null before the first look. */
export function useTargetRect(selector: string | null): TargetRect | null {
  const [rect, setRect] = useState<TargetRect | null>(null)
  useEffect(() => {
    if (selector === null) return
    inSight(selector)?.scrollIntoView({ block: 'nearest' })
    const look = () => {
      const found = rectOf(selector)
      setRect((before) => (isSame(before, found) ? before : found))
    }
    look()
    // Rows come and go by themselves.
    const timer = setInterval(look, LOOK_AGAIN_MS)
    addEventListener('resize', look)
    return () => {
      clearInterval(timer)
      removeEventListener('resize', look)
    }
  }, [selector])
  return rect
}
