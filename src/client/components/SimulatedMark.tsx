import { IconTestPipe } from '@tabler/icons-react'
import { t } from '../i18n/t.ts'
import { Mark } from './Mark.tsx'

/** Said wherever something was played by the simulator instead of a telephone. */
export function SimulatedMark() {
  return (
    <Mark
      tone="quiet"
      icon={IconTestPipe}
      title={t('Played by the simulator: nobody’s phone rang')}
    >
      {t('Simulated')}
    </Mark>
  )
}
