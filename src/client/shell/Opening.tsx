import { Loader } from '@mantine/core'
import { t } from '../i18n/t.ts'
import classes from './AppFrame.module.css'

/** Until it is known who is there. */
export function Opening() {
  return (
    <div className={classes.centered}>
      <Loader aria-label={t('Opening Ringback')} />
    </div>
  )
}
