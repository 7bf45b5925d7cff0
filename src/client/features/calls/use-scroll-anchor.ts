import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Keeps the first row in sight where it is when rows above it come or go. For rows of one height,
 * of which not all are drawn: the browser cannot do it by itself.
 */
export function useScrollAnchor(
  scroller: RefObject<HTMLElement | null>,
  { ids, rowHeightPx }: { ids: readonly string[]; rowHeightPx: number },
): void {
  const before = useRef(ids)
  useLayoutEffect(() => {
    const was = before.current
    before.current = ids
    const element = scroller.current
    if (element === null || element.scrollTop === 0 || was === ids) return
    const index = Math.ceil(element.scrollTop / rowHeightPx)
    const anchor = was[index]
    const now = anchor === undefined ? -1 : ids.indexOf(anchor)
    if (now !== -1 && now !== index) element.scrollTop += (now - index) * rowHeightPx
  }, [ids, rowHeightPx, scroller])
}
