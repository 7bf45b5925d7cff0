import { z } from 'zod'
import { type CallTab, callTabs } from '../../../../server/domain/call-status.ts'
import type { SavedView, SavedViewKey } from '../../../../server/domain/saved-view.schema.ts'
import { longestViewName } from '../../../../server/domain/saved-view-limits.ts'
import { type CallsAddress, readCallsAddress } from '../calls-address.ts'
import { columnChoiceIn } from './column-choice.ts'

/** What an address holds that a view keeps: all but its tab and the call that is open. */
export function viewOf(
  { tab = 'ready', call, ...address }: CallsAddress,
  { name, columns }: Pick<SavedView, 'name' | 'columns'>,
): SavedView {
  return { tab, name, address, columns }
}

/** The address that a view opens. */
export const addressOfView = ({ tab, address }: SavedView): CallsAddress => ({
  ...readCallsAddress(address),
  tab,
})

const isOf =
  ({ tab, name }: SavedViewKey) =>
  (view: SavedView) =>
    view.tab === tab && view.name === name

/** A name that is taken already in this tab gets the new view. */
export const withView = (views: readonly SavedView[], view: SavedView): SavedView[] =>
  views.some(isOf(view)) ? views.map((each) => (isOf(view)(each) ? view : each)) : [...views, view]

export const withoutView = (views: readonly SavedView[], key: SavedViewKey): SavedView[] =>
  views.filter((view) => !isOf(key)(view))

/** The views tab by tab, without the tabs that have none. */
export const viewsByTab = (views: readonly SavedView[]): { tab: CallTab; views: SavedView[] }[] =>
  callTabs
    .map((tab) => ({ tab, views: views.filter((view) => view.tab === tab) }))
    .filter(({ views: ofTab }) => ofTab.length > 0)

/** As views were kept in the browser, before they were a person's own. */
const keptViewSchema = z.object({
  name: z.string().trim().min(1).max(longestViewName),
  address: z.record(z.string(), z.unknown()).transform(readCallsAddress),
  columns: z.record(z.string(), z.unknown()).transform(columnChoiceIn).optional().catch(undefined),
})

/** Whatever the browser has kept that cannot be read is left out. */
export function readKeptViews(kept: string | null): SavedView[] {
  try {
    const list = z.array(z.unknown()).parse(JSON.parse(kept ?? ''))
    return list.flatMap((each) => {
      const { data } = keptViewSchema.safeParse(each)
      return data === undefined ? [] : viewOf(data.address, data)
    })
  } catch {
    return []
  }
}

/**
 * What of the browser's views has to be saved yet. One that is there already is not, also by a name
 * of its own from an earlier try; another one of its name gets such a name, so that none is lost.
 */
export function viewsToMove(kept: readonly SavedView[], there: readonly SavedView[]): SavedView[] {
  let known = [...there]
  for (const view of kept) {
    const isThere = (other: SavedView) => isNamedFor(view, other) && textOf(other) === textOf(view)
    if (known.some(isThere)) continue
    const isTaken = known.some(isOf(view))
    known = withView(known, isTaken ? { ...view, name: freeName(view, known) } : view)
  }
  return known.slice(there.length)
}

/** Read in one order of its parts, wherever it was kept. */
function textOf(view: SavedView): string {
  const { columns } = view
  const widths = Object.entries(columns?.widths ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([addressOfView(view), columns && [columns.hidden, columns.order, widths]])
}

const numbered = (name: string, number: number): string => {
  const end = ` (${number})`
  return name.slice(0, longestViewName - end.length) + end
}

/** Whether the other view of the tab has the name, or one that it got beside it. */
function isNamedFor({ tab, name }: SavedViewKey, other: SavedViewKey): boolean {
  const number = Number(/ \((\d+)\)$/.exec(other.name)?.[1])
  return other.tab === tab && (other.name === name || other.name === numbered(name, number))
}

function freeName({ tab, name }: SavedViewKey, known: readonly SavedView[]): string {
  for (let number = 2; ; number += 1) {
    const free = numbered(name, number)
    if (!known.some(isOf({ tab, name: free }))) return free
  }
}
