import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { noteScroll } from '../../lib/scrolling.ts'

/** Rows come and go by so many at once, which costs the page less than one by one. */
const STEP_ROWS = 4
/**
 * Drawn beyond what is in sight once one has scrolled: the next turn of the wheel finds it there, and
 * the first one back a little. Each row more is one more to lay out and paint in every frame.
 */
const LEAD_ROWS = {
  none: { above: 0, below: 0 },
  begun: { above: 0, below: 4 },
  down: { above: 1, below: 6 },
  up: { above: 5, below: 4 },
}
/** Of the window, before the first layout has told: the page's bars stand above the table. */
const USUAL_PX_ABOVE = 220

function firstRowAt(topPx: number, rowHeightPx: number): number {
  const row = Math.floor(topPx / rowHeightPx)
  return row - (row % STEP_ROWS)
}

export type VisibleRowsOptions = {
  scroller: RefObject<HTMLElement | null>
  count: number
  rowHeightPx: number
  /** Of the heading, which stays on top. */
  headPx: number
  /** Of the scroller; 0 before it has been measured. */
  heightPx: number
}

/** Which of many rows of one height are drawn: those in sight, and some around them. */
export function useVisibleRows(options: VisibleRowsOptions) {
  const { scroller, count, rowHeightPx, headPx, heightPx } = options
  const [first, setFirst] = useState(0)
  const [lead, setLead] = useState<keyof typeof LEAD_ROWS>('none')
  const topPx = useRef(0)
  const roomPx = (heightPx || window.innerHeight - USUAL_PX_ABOVE) - headPx
  const fitting = Math.ceil(roomPx / rowHeightPx) + 1

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    let last: number | null = null
    const look = () => {
      topPx.current = element.scrollTop
      noteScroll()
      const next = firstRowAt(topPx.current, rowHeightPx)
      if (next === last) return
      // The first turn draws half of them: all at once, it would be the slowest of all.
      const further = last === null ? 'begun' : next > last ? 'down' : 'up'
      last = next
      // In the very frame that scrolls: else it would show a gap before the rows.
      flushSync(() => {
        setFirst(next)
        setLead(further)
      })
    }
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [scroller, rowHeightPx])

  /** Scrolls as little as it takes to bring a row between heading and foot. */
  const scrollToIndex = useCallback(
    (index: number) => {
      const element = scroller.current
      if (element === null) return
      const roomPx = element.clientHeight - headPx
      const rowTopPx = index * rowHeightPx
      const leastPx = rowTopPx + rowHeightPx - roomPx
      if (element.scrollTop > rowTopPx) element.scrollTop = rowTopPx
      else if (element.scrollTop < leastPx) element.scrollTop = leastPx
      topPx.current = element.scrollTop
      // Of the same steps as in scrolling, which looks no further within one.
      setFirst(firstRowAt(topPx.current, rowHeightPx))
      // Else the row itself, at the foot, may not be among those that are drawn.
      if (topPx.current > 0) setLead((lead) => (lead === 'none' ? 'begun' : lead))
    },
    [scroller, headPx, rowHeightPx],
  )
  const { above, below } = LEAD_ROWS[lead]
  // A list that has become shorter is scrolled back by the browser, but not at once.
  const from = Math.max(0, Math.min(first, count - fitting) - above)
  const to = Math.min(count, first + fitting + below)
  return { from, to: Math.max(from, to), hasScrolled: lead !== 'none', scrollToIndex, topPx }
}
