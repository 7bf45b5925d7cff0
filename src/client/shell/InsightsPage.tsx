import { Insights } from '../features/insights/Insights.tsx'
import { t } from '../i18n/t.ts'
import { trpc } from '../lib/trpc.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function InsightsPage() {
  usePageTitle(t('Insights'))
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
