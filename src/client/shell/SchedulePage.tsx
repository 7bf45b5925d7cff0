import { useDocumentTitle } from '@mantine/hooks'
import { ScheduleSettings } from '../features/schedule/ScheduleSettings.tsx'
import { t } from '../i18n/t.ts'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function SchedulePage() {
  useDocumentTitle(`${t('Schedule')} · Ringback`)
  return (
    <div className={classes.page}>
      <WithRight right="schedule.read">
        <ScheduleSettings />
      </WithRight>
    </div>
  )
}
