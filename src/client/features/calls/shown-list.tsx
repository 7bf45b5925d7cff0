import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react'
import type { Call } from '../../../server/domain/call.schema.ts'

/** The list as it is drawn beside an opened call. */
export type ShownList = {
  calls: readonly Call[]
  /** Of the whole list, loaded or not; null where it is not known. */
  total: number | null
  /** Loads the next page; null at the end of the list. */
  loadMore: (() => void) | null
  isLoadingMore: boolean
}

type ShownListStore = {
  get: () => ShownList
  set: (list: ShownList) => void
  subscribe: (listener: () => void) => () => void
}

const nothing: ShownList = { calls: [], total: 0, loadMore: null, isLoadingMore: false }

function createShownList(): ShownListStore {
  let shown = nothing
  const listeners = new Set<() => void>()
  return {
    get: () => shown,
    set(list) {
      shown = list
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const ShownListContext = createContext<ShownListStore | null>(null)

/** Lets the opened call know the list that it was opened from. */
export function ShownListProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createShownList)
  return <ShownListContext value={store}>{children}</ShownListContext>
}

export function useShownListStore(): ShownListStore {
  const store = useContext(ShownListContext)
  if (store === null) throw new Error('useShownListStore needs a ShownListProvider above it')
  return store
}

export function useShownList(): ShownList {
  const { subscribe, get } = useShownListStore()
  return useSyncExternalStore(subscribe, get)
}
