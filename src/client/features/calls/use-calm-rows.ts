import { type PointerEvent, type UIEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'
import { calmRows } from './calm-rows.ts'
import { useNewestCall } from './use-live-calls.tsx'

/** A pointer that rests for so long is not about to press anything. */
const POINTER_RESTS_MS = 1200
/** A list that has scrolled draws its first row within one or two. */
const FRAMES_TO_DRAW = 30

/**
 * The rows of a list, held still while one has scrolled down or moves the pointer over them; spread
 * `frameProps` on what is around the scrolled element.
 *
 * @param listKey names the list: of another one, all rows are shown as they are.
 */
export function useCalmRows(live: readonly Call[], listKey: string) {
  const newest = useNewestCall()
  const [isScrolled, setIsScrolled] = useState(false)
  const [isPointing, setIsPointing] = useState(false)
  const scroller = useRef<Element | null>(null)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const shown = useRef<{ listKey: string; rows: readonly Call[] } | null>(null)
  const [releases, setReleases] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a release is a reason to look again
  const calm = useMemo(
    () =>
      calmRows({
        shown: shown.current?.listKey === listKey ? shown.current.rows : null,
        live,
        isHeld: isScrolled || isPointing,
        staysPut: isPointing,
        newest,
      }),
    [live, listKey, isScrolled, isPointing, newest, releases],
  )
  useEffect(() => {
    shown.current = { listKey, rows: calm.rows }
  }, [listKey, calm])
  useEffect(() => () => clearTimeout(resting.current), [])
  // The scroller goes with the last row.
  const isEmpty = live.length === 0
  useEffect(() => {
    if (isEmpty) setIsScrolled(false)
  }, [isEmpty])

  const rest = () => {
    clearTimeout(resting.current)
    setIsPointing(false)
  }
  return {
    rows: calm.rows,
    /** Above what one has scrolled to; a pointer alone holds them too briefly to be told. */
    newCount: isScrolled ? calm.newCount : 0,
    /** Lets them in, and goes where they are. */
    showNew() {
      shown.current = null
      setReleases((count) => count + 1)
      scroller.current?.scrollTo({ top: 0 })
      // The button that was pressed goes, so the first row takes the focus once it is drawn.
      focusFirst(() => shown.current?.rows[0], scroller.current, FRAMES_TO_DRAW)
    },
    frameProps: {
      onScrollCapture({ target }: UIEvent) {
        if (!(target instanceof Element)) return
        scroller.current = target
        setIsScrolled(target.scrollTop > 0)
      },
      onPointerMove({ pointerType }: PointerEvent) {
        if (pointerType !== 'mouse') return
        clearTimeout(resting.current)
        resting.current = setTimeout(rest, POINTER_RESTS_MS)
        setIsPointing(true)
      },
      onPointerLeave: rest,
    },
  }
}

/** `first` answers nothing until the rows that were let in are those of the list. */
function focusFirst(
  first: () => Call | undefined,
  scroller: Element | null,
  framesLeft: number,
): void {
  const call = first()
  const row = call && scroller?.querySelector<HTMLElement>(`[data-call="${call.id}"]`)
  if (row) row.focus()
  else if (framesLeft > 0) {
    requestAnimationFrame(() => focusFirst(first, scroller, framesLeft - 1))
  }
}
