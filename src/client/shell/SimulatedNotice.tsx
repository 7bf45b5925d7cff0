import { IconTestPipe } from '@tabler/icons-react'
import type { CurrentOrganization } from '../../server/domain/organization.schema.ts'
import { t } from '../i18n/t.ts'
import classes from './TopBar.module.css'

export function SimulatedNotice({ provider }: Pick<CurrentOrganization, 'provider'>) {
  const { speed } = provider
  const words = t('Simulated calls: nobody’s phone rings')
  return (
    <span
      className={classes.simulated}
      title={
        speed === null || speed === 1
          ? words
          : t('Simulated calls at {speed}× speed: nobody’s phone rings', { speed })
      }
      role="note"
    >
      <IconTestPipe size={16} aria-hidden />
      <span className={classes.simulatedShort} aria-hidden>
        {t('Simulated|all calls')}
      </span>
      <span className={classes.simulatedWords}>{words}</span>
    </span>
  )
}
