import { type RefObject, useLayoutEffect, useRef } from 'react'

export type TopOfListOptions = {
  scroller: RefObject<HTMLElement | null>
  /** Names the list whose rows are drawn; null while they are those of the one before. */
  listKey: string | null
  /** Where it is scrolled to, for those who ask by this. */
  topPx?: RefObject<number>
}

/** Another list begins at its top, not where the one before it had been scrolled to. */
export function useTopOfList({ scroller, listKey, topPx }: TopOfListOptions): void {
  const shownKey = useRef(listKey)
  useLayoutEffect(() => {
    if (listKey === null || listKey === shownKey.current) return
    shownKey.current = listKey
    if (topPx) topPx.current = 0
    if (scroller.current !== null) scroller.current.scrollTop = 0
  }, [listKey, scroller, topPx])
}
