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
 * What of the browser's views has to be saved yet. One that is there already is not; another one of
 * its name gets a name of its own, so that none is lost.
 */
export function viewsToMove(kept: readonly SavedView[], there: readonly SavedView[]): SavedView[] {
  let known = [...there]
  for (const view of kept) {
    const same = known.find(isOf(view))
    if (same !== undefined && textOf(same) === textOf(view)) continue
    known = withView(known, same === undefined ? view : { ...view, name: freeName(view, known) })
  }
  return known.slice(there.length)
}

/** Read in one order of its parts, wherever it was kept. */
const textOf = (view: SavedView): string => JSON.stringify(addressOfView(view))

function freeName({ tab, name }: SavedViewKey, known: readonly SavedView[]): string {
  for (let number = 2; ; number += 1) {
    const end = ` (${number})`
    const free = name.slice(0, longestViewName - end.length) + end
    if (!known.some(isOf({ tab, name: free }))) return free
  }
}
