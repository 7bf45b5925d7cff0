import { trpc } from '../../lib/trpc.ts'

/** What the server's clock reads; this device's own may be wrong, or ahead of a demo's. */
export function useServerNow(): number {
  // The page around this one keeps the answer fresh.
  const { data, dataUpdatedAt } = trpc.organization.current.useQuery(undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ? Date.parse(data.now) + Date.now() - dataUpdatedAt : Date.now()
}
