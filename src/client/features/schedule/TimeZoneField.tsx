import { TimeZoneSelect } from '../../components/TimeZoneSelect.tsx'
import { t } from '../../i18n/t.ts'
import { fieldId } from './schedule-problems.ts'
import type { ScheduleEditing } from './use-schedule-editor.ts'
import { useServerNow } from './use-server-clock.ts'

/** The zone in which the windows and the blocked dates are meant. */
export function TimeZoneField({ draft, problems, change }: ScheduleEditing) {
  const nowMs = useServerNow()
  return (
    <TimeZoneSelect
      id={fieldId('timeZone')}
      label={t('Time zone of the windows')}
      value={draft.timeZone}
      nowMs={nowMs}
      onChange={(timeZone) => change({ timeZone })}
      error={problems.timeZone}
    />
  )
}
