import { InfiniteQueryObserver, onlineManager, QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it } from 'vitest'
import { loadAllPages } from '../../../src/client/lib/load-all-pages.ts'

afterEach(() => onlineManager.setOnline(true))

/** A list of so many pages, one of which may not come. */
function listOf(pages: number, { failsAt = Number.POSITIVE_INFINITY, begun = 1 } = {}) {
  let loaded = begun
  const query = () => ({
    isPending: loaded === 0,
    hasNextPage: loaded > 0 && loaded < pages,
    isFetchNextPageError: loaded === failsAt,
    fetchNextPage: async () => {
      if (loaded < failsAt) loaded += 1
      return query()
    },
  })
  return { query: query(), loaded: () => loaded }
}

it.each([
  [1, 1, {}],
  [2, 2, {}],
  [5, 5, {}],
  [5, 3, { failsAt: 3 }],
  [5, 5, { begun: 0 }],
])('of %i pages has %i in the end: %j', async (pages, loaded, options) => {
  const list = listOf(pages, options)
  await loadAllPages(list.query)
  expect(list.loaded()).toBe(loaded)
})

it('waits for nothing off line', async () => {
  onlineManager.setOnline(false)
  const list = listOf(5)
  await loadAllPages(list.query)
  expect(list.loaded()).toBe(1)
})

it('stops once it is not wanted any more', async () => {
  const list = listOf(5)
  await loadAllPages(list.query, () => list.loaded() < 3)
  expect(list.loaded()).toBe(3)
})

it('waits for a first page that is on its way, and asks for it once', async () => {
  const asked: number[] = []
  const observer = new InfiniteQueryObserver(new QueryClient(), {
    queryKey: ['pages'],
    queryFn: async ({ pageParam }) => {
      asked.push(pageParam)
      return pageParam
    },
    initialPageParam: 0,
    getNextPageParam: (last: number) => (last < 2 ? last + 1 : null),
  })
  const leave = observer.subscribe(() => undefined)
  await loadAllPages(observer.getCurrentResult())
  leave()
  expect(asked).toEqual([0, 1, 2])
})
