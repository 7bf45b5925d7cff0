import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'

export type RowFocusOptions = {
  calls: readonly Call[]
  container: RefObject<HTMLElement | null>
  scrollToIndex: (index: number) => void
  /** The call that stands open beside the table. */
  openId: string | undefined
  onOpen: (callId: string) => void
}

type Place = {
  index: number
  isFocused: boolean
  /** Of the row that has the focus because the one before it left the list. */
  heirId: string | null
}

/**
 * One row of the table is in the page's tab order; arrows move on from it, also to rows that are
 * not drawn yet. When the focused call leaves the list, the one that takes its place has the focus.
 */
export function useRowFocus(options: RowFocusOptions) {
  const { calls, container, scrollToIndex, openId, onOpen } = options
  const [activeId, setActiveId] = useState<string | null>(null)
  const place = useRef<Place>({ index: 0, isFocused: false, heirId: null })
  const foundIndex = activeId === null ? -1 : calls.findIndex(({ id }) => id === activeId)
  const activeIndex = Math.max(0, foundIndex)

  const focusRow = (callId: string) => {
    const find = () => rowIn(container.current, callId)
    const row = find()
    if (row) row.focus()
    // The virtual list draws it on its next frame.
    else requestAnimationFrame(() => find()?.focus())
  }
  const moveTo = (index: number) => {
    const bounded = Math.max(0, Math.min(calls.length - 1, index))
    const call = calls[bounded]
    if (!call) return
    place.current.heirId = null
    setActiveId(call.id)
    scrollToIndex(bounded)
    focusRow(call.id)
  }

  useEffect(() => {
    const isGone = activeId !== null && !calls.some((call) => call.id === activeId)
    if (!isGone) {
      place.current.index = activeIndex
      // What had the focus in the row, like the button of its menu, may be gone without it.
      if (place.current.isFocused && document.activeElement === document.body) {
        rowIn(container.current, activeId)?.focus({ preventScroll: true })
      }
      return
    }
    const heir = calls[Math.min(place.current.index, calls.length - 1)]
    setActiveId(heir?.id ?? null)
    if (heir && place.current.isFocused) {
      place.current.heirId = heir.id
      rowIn(container.current, heir.id)?.focus({ preventScroll: true })
    }
  }, [calls, activeId, activeIndex, container])

  const openIndex = calls.findIndex(({ id }) => id === openId)
  const wentTo = useRef<string | undefined>(undefined)
  const goToOpen = useRef(() => {})
  goToOpen.current = () => {
    if (openId === undefined) wentTo.current = undefined
    // One that leaves the list and comes back is no reason to move what one looks at.
    if (openId === undefined || openIndex === -1 || wentTo.current === openId) return
    wentTo.current = openId
    setActiveId(openId)
    scrollToIndex(openIndex)
    if (place.current.isFocused) focusRow(openId)
  }
  const isOpenListed = openIndex !== -1
  // biome-ignore lint/correctness/useExhaustiveDependencies: another open call is the reason
  useEffect(() => goToOpen.current(), [openId, isOpenListed])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Keys meant for a button or menu within the row are theirs.
    const callId = event.target instanceof HTMLElement ? (event.target.dataset.call ?? null) : null
    const index = calls.findIndex(({ id }) => id === callId)
    if (callId === null || index === -1) return
    const targets = new Map([
      ['ArrowDown', index + 1],
      ['ArrowUp', index - 1],
      ['Home', 0],
      ['End', calls.length - 1],
    ])
    const target = targets.get(event.key)
    if (target !== undefined) moveTo(target)
    else if (event.key === 'Enter' || event.key === ' ') onOpen(callId)
    else return
    event.preventDefault()
  }

  return {
    /** Of the row in the tab order, which is the first one where no row ever had the focus. */
    activeIndex,
    activeCall: calls[foundIndex] ?? null,
    /** Of the row to which somebody went; one that has the focus by inheritance is nobody's choice. */
    focusedId() {
      const focused = document.activeElement
      if (focused === null || container.current?.contains(focused) !== true) return null
      const callId = callIdAround(focused)
      return callId === place.current.heirId ? null : callId
    },
    /** From the row that has the focus, or to the one that had it last. */
    moveBy(step: number) {
      const isInside = callIdAround(document.activeElement ?? document.body) !== null
      moveTo(isInside ? activeIndex + step : activeIndex)
    },
    /** Of the element around the rows, which carry their call's id as `data-call`. */
    bodyProps: {
      onKeyDown,
      onFocus: ({ target }: FocusEvent<HTMLElement>) => {
        // A menu opened from a row stands elsewhere in the page.
        const callId = callIdAround(target)
        if (callId !== place.current.heirId) place.current.heirId = null
        place.current.isFocused = true
        if (callId !== null) setActiveId(callId)
      },
      onBlur: () => {
        place.current.isFocused = false
      },
    },
  }
}

const rowIn = (container: HTMLElement | null, callId: string | null) =>
  container?.querySelector<HTMLElement>(`[data-call="${callId}"]`)

/** The call of the row that an element is or stands in. */
export const callIdAround = (element: Element): string | null =>
  element.closest<HTMLElement>('[data-call]')?.dataset.call ?? null
