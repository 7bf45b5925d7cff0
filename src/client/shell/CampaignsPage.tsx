import { CampaignList } from '../features/campaigns/CampaignList.tsx'
import { t } from '../i18n/t.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function CampaignsPage() {
  usePageTitle(t('Campaigns'))
  return (
    <div className={classes.page}>
      <WithRight right="schedule.read">
        <CampaignList />
      </WithRight>
    </div>
  )
}
