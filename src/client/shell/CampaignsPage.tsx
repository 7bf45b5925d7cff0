import { useDocumentTitle } from '@mantine/hooks'
import { CampaignList } from '../features/campaigns/CampaignList.tsx'
import { t } from '../i18n/t.ts'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function CampaignsPage() {
  useDocumentTitle(`${t('Campaigns')} · Ringback`)
  return (
    <div className={classes.page}>
      <WithRight right="schedule.read">
        <CampaignList />
      </WithRight>
    </div>
  )
}
