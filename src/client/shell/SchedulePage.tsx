import { useDocumentTitle } from '@mantine/hooks'
import { ScheduleSettings } from '../features/schedule/ScheduleSettings.tsx'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function SchedulePage() {
  useDocumentTitle('Schedule · Ringback')
  return (
    <div className={classes.page}>
      <WithRight right="schedule.read">
        <ScheduleSettings />
      </WithRight>
    </div>
  )
}
