import { useRouter } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'
import { keepScroll } from './keep-scroll.ts'
import { watchGrowth } from './watch-growth.ts'

/**
 * For the element that pages scroll in: a browser finds places again by itself only where the whole
 * document scrolls.
 */
export function useKeptScroll<E extends HTMLElement>(): RefObject<E | null> {
  const router = useRouter()
  const place = useRef<E>(null)
  useEffect(() => keepScroll({ router, element: () => place.current, watchGrowth }), [router])
  return place
}
