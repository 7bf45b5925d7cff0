import { SimpleGrid } from '@mantine/core'
import { t } from '../../i18n/t.ts'
import { DurationField } from './DurationField.tsx'
import { DAYS, HOURS, MINUTES } from './duration-units.ts'
import type { ScheduleEditing } from './use-schedule-editor.ts'

/** From when after the service a call may go out, and until when. */
export function LifetimeFields({ draft, problems, change }: ScheduleEditing) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <DurationField
        path="delayAfterServiceMinutes"
        label={t('Delay after service')}
        description={t('Time to drive home before the telephone rings.')}
        minutes={draft.delayAfterServiceMinutes}
        units={[MINUTES, HOURS, DAYS]}
        problems={problems}
        onChange={(minutes) => change({ delayAfterServiceMinutes: minutes })}
      />
      <DurationField
        path="expireAfterHours"
        label={t('Expiry')}
        description={t('A call not reached by then is given up.')}
        minutes={draft.expireAfterHours * 60}
        units={[HOURS, DAYS]}
        problems={problems}
        onChange={(minutes) => change({ expireAfterHours: minutes / 60 })}
      />
    </SimpleGrid>
  )
}
