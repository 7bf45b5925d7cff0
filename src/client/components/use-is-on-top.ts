import { useEffect, useState, useSyncExternalStore } from 'react'

/** What lies over the page, the lowest first. */
let layers: readonly { owner: object }[] = []
const listeners = new Set<() => void>()

function set(next: typeof layers): void {
  layers = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Whether this is open and nothing that opened later lies over it. Each modal hears Escape on the
 * window: only the one on top may close at it.
 */
export function useIsOnTop(isOpen: boolean): boolean {
  const [owner] = useState(() => ({}))
  useEffect(() => {
    if (!isOpen) return
    const layer = { owner }
    // The key that opened or closed it is still to be heard by the others, and is not meant for them.
    const added = setTimeout(() => set([...layers, layer]))
    return () => {
      clearTimeout(added)
      setTimeout(() => set(layers.filter((other) => other !== layer)))
    }
  }, [isOpen, owner])
  return useSyncExternalStore(subscribe, () => layers.at(-1)?.owner === owner)
}
