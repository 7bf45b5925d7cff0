import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'

/**
 * Keeps the first row in sight where it is when rows above it come or go. For rows of one height,
 * of which not all are drawn: the browser cannot do it by itself.
 */
export function useScrollAnchor(
  scroller: RefObject<HTMLElement | null>,
  { calls, rowHeightPx }: { calls: readonly Call[]; rowHeightPx: number },
): void {
  const before = useRef(calls)
  useLayoutEffect(() => {
    const was = before.current
    before.current = calls
    const element = scroller.current
    // Last, as asking for it lays out the whole page.
    if (element === null || was === calls || element.scrollTop === 0) return
    const index = Math.ceil(element.scrollTop / rowHeightPx)
    const anchor = was[index]?.id
    if (anchor === undefined || anchor === calls[index]?.id) return
    const now = calls.findIndex(({ id }) => id === anchor)
    if (now !== -1 && now !== index) element.scrollTop += (now - index) * rowHeightPx
  }, [calls, rowHeightPx, scroller])
}
