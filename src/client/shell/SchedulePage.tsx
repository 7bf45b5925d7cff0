import { useDocumentTitle } from '@mantine/hooks'
import { ScheduleSettings } from '../features/schedule/ScheduleSettings.tsx'
import classes from './Page.module.css'

export function SchedulePage() {
  useDocumentTitle('Schedule · Ringback')
  return (
    <div className={classes.page}>
      <ScheduleSettings />
    </div>
  )
}
