import { useFeedNews } from '../features/calls/use-live-calls.tsx'
import { DoNotCall } from '../features/do-not-call/DoNotCall.tsx'
import { useOptOutNews } from '../features/do-not-call/use-opt-out-news.ts'
import { t } from '../i18n/t.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function DoNotCallPage() {
  usePageTitle(t('Do not call'))
  return (
    <div className={classes.page}>
      <WithRight right="visits.read">
        <KeptCurrent />
      </WithRight>
    </div>
  )
}

function KeptCurrent() {
  useFeedNews(useOptOutNews())
  return <DoNotCall />
}
