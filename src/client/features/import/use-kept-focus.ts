import { type RefObject, useEffect, useRef } from 'react'

/**
 * Keeps the keyboard in a place whose content is another at each step: where what was pressed is
 * gone, the focus goes on to the step's `data-autofocus`, or to the place itself.
 */
export function useKeptFocus(step: unknown): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is the reason
  useEffect(() => {
    const held = document.activeElement
    const isLost = held === null || held === document.body || held === place.current
    if (!isLost) return
    const next = place.current?.querySelector<HTMLElement>('[data-autofocus]:enabled')
    // A long report is read from its beginning.
    ;(next ?? place.current)?.focus({ preventScroll: true })
  }, [step])
  return place
}
