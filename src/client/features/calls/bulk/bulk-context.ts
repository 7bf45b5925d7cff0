import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Call } from '../../../../server/domain/call.schema.ts'
import type { BulkName } from './bulk-words.ts'
import { createSelection, type Selection } from './selection.ts'

/** What the table tells of itself to the keys of the page. */
export type RowCursor = {
  move: (step: 1 | -1) => void
  /** Whether arrows pressed here are for the rows: within the table, or where nothing has the focus. */
  hearsArrowsAt: (target: EventTarget | null) => boolean
  /** The row that has the focus, or had it last; none where no row ever had it. */
  activeCall: () => Call | null
  /** The row to which somebody went and on which the focus still is. */
  focusedId: () => string | null
}

export type Bulk = {
  selection: Selection
  /** Asks what it needs, then does it to the selected calls, the opened one, or the cursor's. */
  start: (name: BulkName) => void
  cursor: { current: RowCursor | null }
}

const nowhere: Bulk = {
  selection: createSelection(),
  start: () => undefined,
  cursor: { current: null },
}

export const BulkContext = createContext<Bulk>(nowhere)

export const useBulk = () => useContext(BulkContext)

export function useIsSelected(id: string): boolean {
  const { selection } = useBulk()
  return useSyncExternalStore(selection.subscribe, () => selection.has(id))
}

export function useSelectedCalls(selection: Selection): readonly Call[] {
  return useSyncExternalStore(selection.subscribe, selection.calls)
}
