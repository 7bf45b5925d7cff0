import { useParams } from '@tanstack/react-router'
import { ScriptSettings } from '../features/script/ScriptSettings.tsx'
import { t } from '../i18n/t.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function ScriptPage() {
  const { campaignId } = useParams({ strict: false })
  usePageTitle(t('Script'))
  return (
    <div className={classes.page}>
      <WithRight right="schedule.read">
        <ScriptSettings campaignId={campaignId ?? null} />
      </WithRight>
    </div>
  )
}
