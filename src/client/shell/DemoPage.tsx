import { useDocumentTitle } from '@mantine/hooks'
import { DemoCallSection } from '../features/demo/DemoCallSection.tsx'
import { t } from '../i18n/t.ts'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function DemoPage() {
  useDocumentTitle(`${t('Demo')} · Ringback`)
  return (
    <div className={classes.page}>
      <WithRight right="demo.run">
        <DemoCallSection />
      </WithRight>
    </div>
  )
}
