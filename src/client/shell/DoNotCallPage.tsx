import { useDocumentTitle } from '@mantine/hooks'
import { DoNotCall } from '../features/do-not-call/DoNotCall.tsx'
import { t } from '../i18n/t.ts'
import classes from './Page.module.css'
import { WithRight } from './WithRight.tsx'

export function DoNotCallPage() {
  useDocumentTitle(`${t('Do not call')} · Ringback`)
  return (
    <div className={classes.page}>
      <WithRight right="visits.read">
        <DoNotCall />
      </WithRight>
    </div>
  )
}
