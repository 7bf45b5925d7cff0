import { type RefObject, useEffect, useRef } from 'react'

/** Whether a component is still there, and shown, for what is answered later than it was asked. */
export function useIsSeen(isShown = true): RefObject<boolean> {
  const isSeen = useRef(isShown)
  useEffect(() => {
    isSeen.current = isShown
    return () => {
      isSeen.current = false
    }
  }, [isShown])
  return isSeen
}
