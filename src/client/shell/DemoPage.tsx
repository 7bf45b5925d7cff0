import { useDocumentTitle } from '@mantine/hooks'
import { DemoCallSection } from '../features/demo/DemoCallSection.tsx'
import classes from './Page.module.css'

export function DemoPage() {
  useDocumentTitle('Demo · Ringback')
  return (
    <div className={classes.page}>
      <DemoCallSection />
    </div>
  )
}
