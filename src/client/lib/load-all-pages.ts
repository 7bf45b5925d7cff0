import { onlineManager } from '@tanstack/react-query'

/** What a query knows of a list that comes page after page. */
type Paged = {
  hasNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => Promise<Paged>
}

/** Loads what is left of a list, as far as it comes: off line a page would be waited for without end. */
export async function loadAllPages(query: Paged): Promise<void> {
  let page = query
  while (page.hasNextPage && onlineManager.isOnline()) {
    page = await page.fetchNextPage()
    if (page.isFetchNextPageError) return
  }
}
