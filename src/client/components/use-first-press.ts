import { useEffect, useRef, useState } from 'react'
import type { Part } from '../lib/part.ts'

/**
 * For a button that opens something floating: what floats is fetched and drawn from the first press
 * on, not before. It costs more than the rest of a row, and of a list's many rows few are opened.
 */
export function useFirstPress<Component>(part: Part<Component>) {
  const [isPressed, setIsPressed] = useState(false)
  return {
    /** Null until it was pressed. */
    Opened: isPressed ? part.get() : null,
    buttonProps: {
      onClick: async () => setIsPressed(await part.fetch()),
      onPointerEnter: part.warm,
    },
  }
}

/** For the part itself, which takes the place of the button that was pressed, with its focus. */
export function useOpenAtOnce() {
  const [isOpen, setIsOpen] = useState(false)
  const target = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    target.current?.focus()
    setIsOpen(true)
  }, [])
  return { target, isOpen, setIsOpen }
}
