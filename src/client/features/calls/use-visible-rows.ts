import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { noteScroll } from '../../lib/scrolling.ts'
import { drawnRows, type Place, scrolledTo, topPlace } from './drawn-rows.ts'

/** Of the window, before the first layout has told: the page's bars stand above the table. */
const USUAL_PX_ABOVE = 220

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
  const [place, setPlace] = useState<Place>(topPlace)
  const latest = useRef(place)
  const topPx = useRef(0)
  const roomPx = (heightPx || window.innerHeight - USUAL_PX_ABOVE) - headPx
  const fitting = Math.ceil(roomPx / rowHeightPx) + 1

  const look = useCallback(
    (element: HTMLElement) => {
      topPx.current = element.scrollTop
      const next = scrolledTo(Math.floor(topPx.current / rowHeightPx), latest.current)
      if (next === latest.current) return
      latest.current = next
      setPlace(next)
    },
    [rowHeightPx],
  )
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const scrolled = () => {
      noteScroll()
      // In the very frame that scrolls: else it would show a gap before the rows.
      flushSync(() => look(element))
    }
    element.addEventListener('scroll', scrolled, { passive: true })
    return () => element.removeEventListener('scroll', scrolled)
  }, [scroller, look])

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
      look(element)
    },
    [scroller, headPx, rowHeightPx, look],
  )
  const hasScrolled = place.lead !== 'none'
  return { ...drawnRows(place, { count, fitting }), hasScrolled, scrollToIndex, topPx }
}
