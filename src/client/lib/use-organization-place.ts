import { useMemo } from 'react'
import { formatDate, formatFully } from './format-time.ts'
import { trpc } from './trpc.ts'

/** Instants on the organization's wall clock, by the server's clock. */
export function useOrganizationPlace() {
  // The page around this one keeps the answer fresh.
  const { data, dataUpdatedAt } = trpc.organization.current.useQuery(undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  })
  const timeZone = data?.timeZone ?? 'UTC'
  const now = data?.now
  return useMemo(() => {
    const nowMs = now === undefined ? Date.now() : Date.parse(now) + Date.now() - dataUpdatedAt
    const nowText = new Date(nowMs).toISOString()
    return {
      timeZone,
      nowMs,
      date: (at: string) => formatDate(at, { timeZone, zoneName: 'never' }),
      fully: (at: string) => formatFully(at, nowText, { timeZone, zoneName: 'never' }),
    }
  }, [timeZone, now, dataUpdatedAt])
}
