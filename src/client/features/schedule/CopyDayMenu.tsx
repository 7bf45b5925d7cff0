import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { WEEKDAY_LABELS, WEEKDAYS, type Weekday } from '../../../server/domain/time-of-day.ts'

type CopyDayMenuProps = { weekday: Weekday; onCopyTo: (days: readonly Weekday[]) => void }

const WORKDAYS = WEEKDAYS.slice(0, 5)

export function CopyDayMenu({ weekday, onCopyTo }: CopyDayMenuProps) {
  const label = WEEKDAY_LABELS[weekday]
  const others = (days: readonly Weekday[]) => days.filter((day) => day !== weekday)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label="Copy to other days">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Copy ${label} to other days`}
          >
            <IconCopy size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Copy {label} to</Menu.Label>
        <Menu.Item onClick={() => onCopyTo(others(WORKDAYS))}>Monday to Friday</Menu.Item>
        <Menu.Item onClick={() => onCopyTo(others(WEEKDAYS))}>Every day</Menu.Item>
        <Menu.Divider />
        {others(WEEKDAYS).map((day) => (
          <Menu.Item key={day} onClick={() => onCopyTo([day])}>
            {WEEKDAY_LABELS[day]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
