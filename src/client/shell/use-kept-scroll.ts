import { useRouter } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'

/**
 * For the element that pages scroll in: each begins at its top, and "back" finds it where it was
 * left. A browser does so by itself only where the whole document scrolls.
 */
export function useKeptScroll<E extends HTMLElement>(): RefObject<E | null> {
  const router = useRouter()
  const place = useRef<E>(null)
  useEffect(() => {
    const leftAt = new Map<string, number>()
    const stops = [
      router.subscribe('onBeforeLoad', ({ fromLocation, pathChanged }) => {
        const key = fromLocation?.state.__TSR_key
        if (pathChanged && key && place.current) leftAt.set(key, place.current.scrollTop)
      }),
      router.subscribe('onRendered', ({ toLocation, pathChanged }) => {
        if (!pathChanged || !place.current) return
        place.current.scrollTop = leftAt.get(toLocation.state.__TSR_key ?? '') ?? 0
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [router])
  return place
}
