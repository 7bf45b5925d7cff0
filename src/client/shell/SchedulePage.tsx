import { ScheduleSettings } from '../features/schedule/ScheduleSettings.tsx'
import { t } from '../i18n/t.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function SchedulePage() {
  usePageTitle(t('Schedule'))
  return (
    <div className={classes.page}>
      <WithRight right="schedule.read">
        <ScheduleSettings />
      </WithRight>
    </div>
  )
}
