import { useEffect, useRef, useState } from 'react'

const SETTLED_AFTER_MS = 2000

/**
 * What a screen reader is to be told of a state that may flicker: nothing of how it begins, and
 * later each state that lasted, unless it is the one told last.
 */
export function useSettledAnnouncement(words: string): string {
  const told = useRef<string | null>(null)
  const [announced, setAnnounced] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => {
      if (told.current !== null && told.current !== words) setAnnounced(words)
      told.current = words
    }, SETTLED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [words])
  return announced
}
