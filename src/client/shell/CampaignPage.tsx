import { useParams } from '@tanstack/react-router'
import { CampaignDetail } from '../features/campaigns/CampaignDetail.tsx'
import { CampaignScheduleFields } from '../features/schedule/CampaignScheduleFields.tsx'
import { t } from '../i18n/t.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function CampaignPage() {
  const { campaignId } = useParams({ from: '/inside/campaigns/$campaignId' })
  usePageTitle(t('Campaign'))
  return (
    <div className={classes.page}>
      <WithRight right="schedule.read">
        <CampaignDetail id={campaignId} ScheduleFields={CampaignScheduleFields} />
      </WithRight>
    </div>
  )
}
