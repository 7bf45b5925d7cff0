import { Button, Text } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import type { ScheduleVersion } from '../../../server/domain/schedule-history.schema.ts'
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
  const name = `Version ${version.version}`
  return (
    <li className={classes.version}>
      <div>
        <Text size="sm" fw={600}>
          {isCurrent ? `${name}, in use` : name}
        </Text>
        <Text size="xs" c="dimmed" mb={4}>
          {savedBy === null ? 'Saved ' : `${savedBy}, `}
          <time dateTime={savedAt}>{formatWhen(savedAt, now, { timeZone })}</time>
        </Text>
        {changes.length === 0 ? (
          <Text size="sm">No difference from the version before.</Text>
        ) : (
          <ChangeList changes={changes} label={`What ${name} changed`} />
        )}
      </div>
      {!isCurrent && mayChange && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRestore size={16} aria-hidden />}
          onClick={onRestore}
          aria-label={`Restore ${name.toLowerCase()}`}
        >
          Restore
        </Button>
      )}
    </li>
  )
}
