import { useEffect, useRef } from 'react'
import type { Call } from '../../../../server/domain/call.schema.ts'
import { useBulk } from './bulk-context.ts'

/** Lends the table's cursor to the keys of the page. */
export function useRowCursor(input: {
  moveBy: (step: number) => void
  isInTable: (target: Node) => boolean
  activeCall: Call | null
  focusedId: () => string | null
}): void {
  const { cursor } = useBulk()
  const latest = useRef(input)
  latest.current = input
  useEffect(() => {
    const own = {
      move: (step: 1 | -1) => latest.current.moveBy(step),
      hearsArrowsAt: (target: EventTarget | null) =>
        target === document.body || (target instanceof Node && latest.current.isInTable(target)),
      activeCall: () => latest.current.activeCall,
      focusedId: () => latest.current.focusedId(),
    }
    cursor.current = own
    return () => {
      if (cursor.current === own) cursor.current = null
    }
  }, [cursor])
}
