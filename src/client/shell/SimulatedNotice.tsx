import { IconTestPipe } from '@tabler/icons-react'
import type { CurrentOrganization } from '../../server/domain/organization.schema.ts'
import classes from './TopBar.module.css'

export function SimulatedNotice({ provider }: Pick<CurrentOrganization, 'provider'>) {
  const speed =
    provider.speed !== null && provider.speed !== 1 ? ` at ${provider.speed}× speed` : ''
  return (
    <span
      className={classes.simulated}
      title={`Simulated calls${speed}: nobody's phone rings`}
      role="note"
    >
      <IconTestPipe size={16} aria-hidden />
      <span className={classes.simulatedWords}>Simulated calls: nobody's phone rings</span>
    </span>
  )
}
