import { onlineManager } from '@tanstack/react-query'
import { afterEach, expect, it } from 'vitest'
import { loadAllPages } from '../../../src/client/lib/load-all-pages.ts'

afterEach(() => onlineManager.setOnline(true))

/** A list of so many pages, one of which may not come. */
function listOf(pages: number, { failsAt = Number.POSITIVE_INFINITY } = {}) {
  let loaded = 1
  const query = () => ({
    hasNextPage: loaded < pages,
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
