import { type DragEvent, useRef, useState } from 'react'

/** Files that are dragged over an element, and dropped on it. */
export function useFileDrag(onDrop: (files: readonly File[]) => void) {
  const [isOver, setIsOver] = useState(false)
  // Each element on the way is entered before the one around it is left.
  const depth = useRef(0)
  const enter = (by: number) => {
    depth.current = Math.max(0, depth.current + by)
    setIsOver(depth.current > 0)
  }
  const ofFiles = (then: (event: DragEvent<Element>) => void) => (event: DragEvent<Element>) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    // React also tells of what happens in a dialog that was opened from here and lies over it.
    const { target, currentTarget } = event
    if (target instanceof Node && currentTarget.contains(target)) then(event)
  }
  return {
    isOver,
    dragProps: {
      onDragEnter: ofFiles(() => enter(1)),
      onDragLeave: ofFiles(() => enter(-1)),
      onDragOver: ofFiles(() => {}),
      onDrop: ofFiles(({ dataTransfer }) => {
        enter(-depth.current)
        onDrop([...dataTransfer.files])
      }),
    },
  }
}
