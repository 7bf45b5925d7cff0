import type { ReactNode } from 'react'
import { createPart, usePart } from '../../lib/part.ts'
import { useRights } from '../../lib/rights.tsx'
import { trpc } from '../../lib/trpc.ts'

const stepsPart = createPart(async () => (await import('./FirstSteps.tsx')).FirstSteps)

/** The first steps while the organization has no visits, for who may take them; else `children`. */
export function WhileNew({ children }: { children: ReactNode }) {
  const mayBegin = useRights().has('visits.write')
  const { data, isPending } = trpc.organization.firstSteps.useQuery(undefined, {
    enabled: mayBegin,
    // Visits may have come since.
    staleTime: 0,
  })
  const isNew = data !== undefined && !data.hasVisits
  const Steps = usePart(stepsPart, isNew)
  if (!mayBegin || (!isPending && !isNew)) return children
  return data && Steps ? <Steps done={data} /> : null
}
