import { onlineManager } from '@tanstack/react-query'

/** What a query knows of a list that comes page after page. */
type Paged = {
  /** Nothing of it has come yet. */
  isPending: boolean
  hasNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => Promise<Paged>
}

/**
 * Loads what is left of a list, as far as it comes: off line a page would
 * be waited for without end. Stops where it is not wanted any more.
 */
export async function loadAllPages(query: Paged, isWanted = () => true): Promise<void> {
  let page = query
  // Asked for while the first page is still on its way, the next one is that.
  while (isWanted() && (page.isPending || page.hasNextPage) && onlineManager.isOnline()) {
    page = await page.fetchNextPage()
    if (page.isFetchNextPageError) return
  }
}
