import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { WEEKDAYS, type Weekday } from '../../../server/domain/time-of-day.ts'
import { t } from '../../i18n/t.ts'
import { readerWeek } from './reader-week.ts'
import { weekdayName, weekdayTitle } from './weekday-words.ts'

type CopyDayMenuProps = { weekday: Weekday; onCopyTo: (days: readonly Weekday[]) => void }

const WORKDAYS = WEEKDAYS.slice(0, 5)

export function CopyDayMenu({ weekday, onCopyTo }: CopyDayMenuProps) {
  const day = weekdayName(weekday)
  const others = (days: readonly Weekday[]) => days.filter((day) => day !== weekday)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('Copy to other days')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('Copy {day} to other days', { day })}
          >
            <IconCopy size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('Copy {day} to', { day })}</Menu.Label>
        <Menu.Item onClick={() => onCopyTo(others(WORKDAYS))}>{t('Monday to Friday')}</Menu.Item>
        <Menu.Item onClick={() => onCopyTo(others(WEEKDAYS))}>{t('Every day')}</Menu.Item>
        <Menu.Divider />
        {others(readerWeek).map((day) => (
          <Menu.Item key={day} onClick={() => onCopyTo([day])}>
            {weekdayTitle(day)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
