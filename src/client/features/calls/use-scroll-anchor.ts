import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'

/**
 * Keeps the first row in sight where it is when rows above it come or go. For rows of one height,
 * of which not all are drawn: the browser cannot do it by itself.
 */
export function useScrollAnchor(
  scroller: RefObject<HTMLElement | null>,
  options: {
    calls: readonly Call[]
    rowHeightPx: number
    /** Where it is scrolled to, as last heard: to ask the element would lay out the whole page. */
    topPx: RefObject<number>
  },
): void {
  const { calls, rowHeightPx, topPx } = options
  const before = useRef(calls)
  useLayoutEffect(() => {
    const was = before.current
    before.current = calls
    const element = scroller.current
    if (element === null || was === calls || topPx.current === 0) return
    const index = Math.ceil(topPx.current / rowHeightPx)
    const anchor = was[index]?.id
    if (anchor === undefined || anchor === calls[index]?.id) return
    const now = calls.findIndex(({ id }) => id === anchor)
    if (now === -1 || now === index) return
    // Somebody has just scrolled elsewhere; asked only here, where rows have really moved.
    if (Math.abs(element.scrollTop - topPx.current) > 1) return
    topPx.current += (now - index) * rowHeightPx
    element.scrollTop = topPx.current
  }, [calls, rowHeightPx, scroller, topPx])
}
