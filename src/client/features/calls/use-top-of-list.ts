import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Another list begins at its top, not where the one before it had been scrolled to.
 *
 * @param listKey names the list whose rows are drawn; null while they are those of the one before.
 */
export function useTopOfList(scroller: RefObject<HTMLElement | null>, listKey: string | null) {
  const shownKey = useRef(listKey)
  useLayoutEffect(() => {
    if (listKey === null || listKey === shownKey.current) return
    shownKey.current = listKey
    if (scroller.current !== null) scroller.current.scrollTop = 0
  }, [listKey, scroller])
}
