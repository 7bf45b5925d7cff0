import { useDocumentTitle } from '@mantine/hooks'
import { Insights } from '../features/insights/Insights.tsx'
import { trpc } from '../lib/trpc.ts'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function InsightsPage() {
  useDocumentTitle('Insights · Ringback')
  // The frame around this page keeps the answer fresh.
  const { data } = trpc.organization.current.useQuery(undefined, {
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <div className={classes.page}>
      <WithRight right="insights.read">
        <Insights organizationName={data?.name ?? ''} />
      </WithRight>
    </div>
  )
}
