import { DemoCallSection } from '../features/demo/DemoCallSection.tsx'
import { t } from '../i18n/t.ts'
import { usePageTitle } from '../lib/use-page-title.ts'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function DemoPage() {
  usePageTitle(t('Demo'))
  return (
    <div className={classes.page}>
      <WithRight right="demo.run">
        <DemoCallSection />
      </WithRight>
    </div>
  )
}
