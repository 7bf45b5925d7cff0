import { useEffect, useRef, useState } from 'react'

/**
 * For a button that opens something floating: what floats is drawn from the first press on, not
 * before. It costs more than the rest of a row, and of a list's many rows few are ever opened.
 */
export function useFirstPress() {
  const [isPressed, setIsPressed] = useState(false)
  const [isOpen, setIsOpen] = useState(false)
  const target = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isPressed) return
    // The button that was pressed has given way to the one that what floats is tied to.
    target.current?.focus()
    setIsOpen(true)
  }, [isPressed])
  return { isPressed, press: () => setIsPressed(true), target, isOpen, setIsOpen }
}
