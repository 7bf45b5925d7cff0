import { useDocumentTitle } from '@mantine/hooks'
import { DemoCallSection } from '../features/demo/DemoCallSection.tsx'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function DemoPage() {
  useDocumentTitle('Demo · Ringback')
  return (
    <div className={classes.page}>
      <WithRight right="demo.run">
        <DemoCallSection />
      </WithRight>
    </div>
  )
}
