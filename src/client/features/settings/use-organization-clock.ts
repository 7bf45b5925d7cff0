import { formatFully, formatWhen } from '../../lib/format-time.ts'
import { trpc } from '../../lib/trpc.ts'

/** Instants as they are said at the organization, by the server's clock. */
export function useOrganizationClock() {
  // The page around this one keeps the answer fresh.
  const { data, dataUpdatedAt } = trpc.organization.current.useQuery(undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  })
  const nowMs = data ? Date.parse(data.now) + Date.now() - dataUpdatedAt : Date.now()
  const now = new Date(nowMs).toISOString()
  const timeZone = data?.timeZone
  return {
    timeZone: timeZone ?? 'UTC',
    when: (at: string) => formatWhen(at, now, { timeZone }),
    fully: (at: string) => formatFully(at, now, { timeZone }),
  }
}
