import { Button, Text } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import type { ScheduleVersion } from '../../../server/domain/schedule-history.schema.ts'
import { T } from '../../i18n/T.tsx'
import { t } from '../../i18n/t.ts'
import { formatWhen } from '../../lib/format-time.ts'
import { useRights } from '../../lib/rights.tsx'
import { ChangeList } from './ChangeList.tsx'
import classes from './ScheduleHistory.module.css'
import { useServerNow } from './use-server-clock.ts'

type VersionEntryProps = {
  version: ScheduleVersion
  isCurrent: boolean
  timeZone: string
  onRestore: () => void
}

export function VersionEntry({ version, isCurrent, timeZone, onRestore }: VersionEntryProps) {
  const mayChange = useRights().has('schedule.change')
  const { changes, savedAt, savedBy } = version
  const now = new Date(useServerNow()).toISOString()
  const number = String(version.version)
  const name = t('Version {version}', { version: number })
  const when = <time dateTime={savedAt}>{formatWhen(savedAt, now, { timeZone })}</time>
  return (
    <li className={classes.version}>
      <div>
        <Text size="sm" fw={600}>
          {isCurrent ? t('{version}, in use', { version: name }) : name}
        </Text>
        <Text size="xs" c="dimmed" mb={4}>
          {savedBy === null ? (
            <T text="Saved {when}" when={when} />
          ) : (
            <>
              {savedBy}, {when}
            </>
          )}
        </Text>
        {changes.length === 0 ? (
          <Text size="sm">{t('No difference from the version before.')}</Text>
        ) : (
          <ChangeList changes={changes} label={t('What {version} changed', { version: name })} />
        )}
      </div>
      {!isCurrent && mayChange && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRestore size={16} aria-hidden />}
          onClick={onRestore}
          aria-label={t('Restore version {version}', { version: number })}
        >
          {t('Restore')}
        </Button>
      )}
    </li>
  )
}
