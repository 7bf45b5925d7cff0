import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { CallTab } from '../../../server/domain/call-status.ts'
import { type CallsAddress, type FilterChange, withoutFilters } from './calls-address.ts'

const route = getRouteApi('/inside/')

/** The page's address, and the ways in which it changes. */
export function useCallsAddress() {
  const address: CallsAddress = route.useSearch()
  const navigate = route.useNavigate()

  const showTab = useCallback(
    (tab: CallTab) =>
      void navigate({
        // A status and an order of one tab mean little in another.
        search: (now) => ({ ...now, tab, status: undefined, sort: undefined, call: undefined }),
      }),
    [navigate],
  )
  // Replaced, not added: "back" leaves the page instead of undoing a search letter by letter.
  const changeFilter = useCallback(
    (change: FilterChange) =>
      void navigate({ search: (now) => ({ ...now, ...change }), replace: true }),
    [navigate],
  )
  const clearFilters = useCallback(() => changeFilter(withoutFilters), [changeFilter])
  const changeSort = useCallback(
    (sort: CallsAddress['sort']) =>
      void navigate({ search: (now) => ({ ...now, sort }), replace: true }),
    [navigate],
  )
  const showView = useCallback((view: CallsAddress) => void navigate({ search: view }), [navigate])
  const openCall = useCallback(
    (call: string) => void navigate({ search: (now) => ({ ...now, call }) }),
    [navigate],
  )
  const showCallIn = useCallback(
    (tab: CallTab) => void navigate({ search: (now) => ({ ...now, tab }), replace: true }),
    [navigate],
  )
  // "Back" leads to the list, not through all the calls that one went through.
  const stepToCall = useCallback(
    (call: string) => void navigate({ search: (now) => ({ ...now, call }), replace: true }),
    [navigate],
  )
  const closeCall = useCallback(
    () => void navigate({ search: (now) => ({ ...now, call: undefined }) }),
    [navigate],
  )
  return {
    address,
    showTab,
    changeFilter,
    clearFilters,
    changeSort,
    showView,
    openCall,
    stepToCall,
    closeCall,
    showCallIn,
  }
}
