import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { isoDateOf, localDayAt } from '../../../server/domain/local-time.ts'
import { useOrganizationPlace } from '../../lib/use-organization-place.ts'
import { periodOfAddress, stepOfAddress } from './address-meaning.ts'
import type { InsightsAddress } from './insights-address.ts'

const route = getRouteApi('/inside/insights')

/** What the address asks for today, and how it is changed. */
export function useInsightsAddress() {
  const address: InsightsAddress = route.useSearch()
  const navigate = route.useNavigate()
  const { timeZone, nowMs } = useOrganizationPlace()
  const today = isoDateOf(localDayAt(timeZone, nowMs))
  const { period, preset } = periodOfAddress(address, today)
  const change = useCallback(
    (wanted: Partial<InsightsAddress>) =>
      // What stands unfolded stays so.
      void navigate({ search: (now) => ({ ...now, ...wanted }), replace: true, state: true }),
    [navigate],
  )
  return { address, period, preset, today, step: stepOfAddress(address, period), change }
}
