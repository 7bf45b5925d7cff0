import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'

export const prefersStillness = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * Keeps the line that is heard in sight, within its own box: the page itself stays where the reader
 * has it. Whoever scrolls away reads on in peace; it follows again once the line is back in sight,
 * or when somebody goes elsewhere in the recording.
 */
export function useFollowing(
  list: RefObject<HTMLElement | null>,
  { index, seeks }: { index: number; seeks: number },
) {
  const isFollowing = useRef(true)
  const isReadersScroll = useRef(false)
  const lastSeeks = useRef(seeks)
  const latestIndex = useRef(index)
  latestIndex.current = index

  useEffect(() => {
    if (lastSeeks.current !== seeks) {
      lastSeeks.current = seeks
      isFollowing.current = true
    }
    const box = list.current
    const line = box?.children.item(index)
    if (!box || !(line instanceof HTMLElement) || !isFollowing.current) return
    if (isWithin(box, line, CALM_SHARE)) return
    isReadersScroll.current = false
    const top = line.offsetTop - box.clientHeight / 3
    box.scrollTo({ top, behavior: prefersStillness() ? 'auto' : 'smooth' })
  }, [list, index, seeks])

  const beginReading = () => {
    isReadersScroll.current = true
  }
  return {
    onWheel: beginReading,
    onTouchMove: beginReading,
    onKeyDown: beginReading,
    // The bar beside the lines.
    onPointerDown: ({ target, currentTarget }: PointerEvent) => {
      if (target === currentTarget) beginReading()
    },
    onScroll: () => {
      const box = list.current
      const line = box?.children.item(latestIndex.current)
      if (!isReadersScroll.current || !box || !(line instanceof HTMLElement)) return
      isFollowing.current = isWithin(box, line, 1)
    },
  }
}

/** As far down the box as the line that is heard may stand before the box moves. */
const CALM_SHARE = 0.75

function isWithin(box: HTMLElement, line: HTMLElement, share: number): boolean {
  const top = line.offsetTop - box.scrollTop
  return top >= 0 && top + line.offsetHeight <= box.clientHeight * share
}
