import { useEffect, useState } from 'react'

/**
 * Whether a dialog or drawer is to be open, which it is not in its first drawing: it slides in and
 * gives the focus back to where it was only if it sees itself open.
 */
export function useOpenedOnceDrawn(isOpen: boolean): boolean {
  const [isDrawn, setIsDrawn] = useState(false)
  useEffect(() => setIsDrawn(true), [])
  return isDrawn && isOpen
}
