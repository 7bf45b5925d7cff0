import { useEffect, useRef } from 'react'
import type { Call } from '../../../../server/domain/call.schema.ts'
import { useBulk } from './bulk-context.ts'

/** Lends the table's cursor to the keys of the page. */
export function useRowCursor(input: {
  moveBy: (step: number) => void
  activeCall: Call | null
  focusedId: () => string | null
}): void {
  const { cursor } = useBulk()
  const latest = useRef(input)
  latest.current = input
  useEffect(() => {
    const own = {
      move: (step: 1 | -1) => latest.current.moveBy(step),
      activeCall: () => latest.current.activeCall,
      focusedId: () => latest.current.focusedId(),
    }
    cursor.current = own
    return () => {
      if (cursor.current === own) cursor.current = null
    }
  }, [cursor])
}
