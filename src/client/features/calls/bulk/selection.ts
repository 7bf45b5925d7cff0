import type { Call } from '../../../../server/domain/call.schema.ts'

/** Which calls of a list are selected; of those that left the list nothing is. */
export type Selection = {
  has: (id: string) => boolean
  /** The selected calls as they are shown, in the order of the list. */
  calls: () => readonly Call[]
  /** How many calls are shown in all. */
  shownCount: () => number
  toggle: (id: string) => void
  /** All between the one that was last toggled and this one. */
  extendTo: (id: string) => void
  selectAll: () => void
  set: (ids: readonly string[]) => void
  clear: () => void
  /** Tells what the list shows. */
  show: (calls: readonly Call[]) => void
  subscribe: (listener: () => void) => () => void
}

export function createSelection(): Selection {
  const listeners = new Set<() => void>()
  let selected: ReadonlySet<string> = new Set()
  let shown: readonly Call[] = []
  let calls: readonly Call[] = []
  let lastToggled: string | null = null

  function change(ids: Iterable<string>): void {
    selected = new Set(ids)
    tell()
  }
  function tell(): void {
    calls = selected.size === 0 ? [] : shown.filter(({ id }) => selected.has(id))
    for (const listener of listeners) listener()
  }
  return {
    has: (id) => selected.has(id),
    calls: () => calls,
    shownCount: () => shown.length,
    toggle(id) {
      lastToggled = id
      if (!selected.has(id)) return change([...selected, id])
      change([...selected].filter((other) => other !== id))
    },
    extendTo(id) {
      const ids = shown.map((call) => call.id)
      const [from, to] = [ids.indexOf(lastToggled ?? id), ids.indexOf(id)].sort((a, b) => a - b)
      if (from === undefined || to === undefined || from === -1) return
      change([...selected, ...ids.slice(from, to + 1)])
    },
    selectAll: () => change(shown.map(({ id }) => id)),
    set: change,
    clear() {
      lastToggled = null
      if (selected.size > 0) change([])
    },
    show(next) {
      if (shown === next) return
      shown = next
      if (selected.size > 0) tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
