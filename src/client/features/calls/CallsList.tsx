import { Button, Loader, Text } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo } from 'react'
import type { CallTab } from '../../../server/domain/call-status.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { failureReason } from '../../components/failure-reason.ts'
import { plural, t } from '../../i18n/t.ts'
import { useSight } from '../../lib/rights.tsx'
import { useBulk } from './bulk/bulk-context.ts'
import classes from './CallsList.module.css'
import { CallsSkeleton } from './CallsSkeleton.tsx'
import { CallsTable } from './CallsTable.tsx'
import { useCallActions } from './call-actions-context.tsx'
import { useCallClock } from './call-clock.tsx'
import { countFilters, filterOf, nextSort, sortOf } from './calls-address.ts'
import { FoundElsewhere } from './FoundElsewhere.tsx'
import { SearchedForContext } from './Highlighted.tsx'
import { listTotal } from './list-total.ts'
import { NewCallsBar } from './NewCallsBar.tsx'
import { NothingFound } from './NothingFound.tsx'
import { CallLinksContext, useCallLinks } from './OpenCallLink.tsx'
import { useShownListStore } from './shown-list.tsx'
import { type CallList, useCallList } from './use-call-list.ts'
import { useCallsAddress } from './use-calls-address.ts'
import { useCalmRows } from './use-calm-rows.ts'
import { useFreshCalls } from './use-fresh-calls.ts'
import { useIsNarrow } from './use-is-narrow.ts'

// Their heights are measured as they are drawn, by a part of its own.
const CallCards = lazy(async () => ({ default: (await import('./CallCards.tsx')).CallCards }))

export type CallsListProps = {
  tab: CallTab
  label: string
  /** What an empty tab says when no filter is the reason. */
  emptyState: ReactNode
}

/** The calls of one tab under the filters and the order of the address, in whatever state they are. */
export function CallsList({ tab, label, emptyState }: CallsListProps) {
  const { timeZone } = useCallClock()
  const { address, clearFilters, changeSort, openCall } = useCallsAddress()
  const isNarrow = useIsNarrow()
  const links = useCallLinks()
  const filter = useMemo(() => filterOf(address, timeZone), [address, timeZone])
  const sort = sortOf(address)
  const list = useCallList({ tab, filter, sort })
  const { calls, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list
  const { expect } = useCallActions()
  const listKey = JSON.stringify([tab, filter, sort, list.isPlaceholderData])
  const { rows, newCount, showNew, frameProps } = useCalmRows(calls, listKey)
  const shown = useMemo(() => rows.map(expect), [rows, expect])
  const freshIds = useFreshCalls(shown, `${listKey} ${list.pageCount}`)
  const { selection } = useBulk()
  useEffect(() => selection.show(shown), [selection, shown])
  const sight = useSight()
  const queryKey = JSON.stringify([tab, filter, sort])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is the reason
  useEffect(() => selection.clear(), [selection, queryKey])
  const onNearEnd = useCallback(() => {
    // After a failure only the button asks again, or a scroll would hammer a server in trouble.
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])

  const total = listTotal({
    loaded: shown.length,
    hasMore: hasNextPage,
    filter,
    sight,
    tabCount: list.isPlaceholderData ? undefined : list.data?.pages[0]?.counts[tab],
  })
  const shownList = useShownListStore()
  useEffect(() => {
    const loadMore = hasNextPage ? onNearEnd : null
    shownList.set({ calls: shown, total, loadMore, isLoadingMore: isFetchingNextPage })
  }, [shownList, shown, total, hasNextPage, isFetchingNextPage, onNearEnd])

  // What was loaded has left the list, and there is more.
  const isDrained = shown.length === 0 && hasNextPage
  useEffect(() => {
    if (isDrained) onNearEnd()
  }, [isDrained, onNearEnd])

  if (list.isPending || (isDrained && !isFetchNextPageError)) {
    return <CallsSkeleton isNarrow={isNarrow} />
  }
  if (list.error && calls.length === 0) {
    return (
      <FailureNotice
        title={t('The calls could not be loaded')}
        message={failureReason(list.error)}
        onRetry={() => void (isDrained ? fetchNextPage() : list.refetch())}
        isRetrying={list.isFetching}
      />
    )
  }
  if (shown.length === 0) {
    if (countFilters(address) === 0) return emptyState
    const elsewhere = address.q === undefined ? null : <FoundElsewhere tab={tab} />
    return <NothingFound elsewhere={elsewhere} onClear={clearFilters} />
  }
  const common = {
    label,
    calls: shown,
    total,
    listKey: list.isPlaceholderData ? null : queryKey,
    freshIds,
    openCallId: address.call,
    onNearEnd,
    isBusy: list.isPlaceholderData,
    foot: <ListFoot list={list} />,
  }
  return (
    <SearchedForContext value={address.q ?? null}>
      <CallLinksContext value={links}>
        <div className={classes.frame} {...frameProps}>
          <NewCallsBar count={newCount} onShow={showNew} />
          {isNarrow ? (
            <Suspense fallback={<CallsSkeleton isNarrow />}>
              <CallCards {...common} />
            </Suspense>
          ) : (
            <CallsTable
              {...common}
              tab={tab}
              sort={sort}
              onSort={(key) => changeSort(nextSort(sort, key))}
              onOpen={openCall}
            />
          )}
        </div>
      </CallLinksContext>
    </SearchedForContext>
  )
}

function ListFoot({ list }: { list: CallList }) {
  if (list.isFetchingNextPage) return <Loader size="sm" aria-label={t('Loading more calls')} />
  if (list.isFetchNextPageError) {
    return (
      <Button variant="subtle" size="xs" onClick={() => void list.fetchNextPage()}>
        {t('More calls could not be loaded. Try again')}
      </Button>
    )
  }
  if (list.hasNextPage) return null
  return (
    <Text size="xs" c="dimmed">
      {plural(list.calls.length, 'One call', 'All {n} calls shown')}
    </Text>
  )
}
