import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { t } from '../../i18n/t.ts'
import { formatDay } from '../../lib/format-time.ts'
import { dayOf, todayIn } from './local-days.ts'
import { fieldId } from './schedule-problems.ts'
import type { HolidayCalendarQuery } from './use-holiday-calendar.ts'
import type { ScheduleEditing } from './use-schedule-editor.ts'
import { useServerNow } from './use-server-clock.ts'

type HolidayFieldsProps = ScheduleEditing & { calendar: HolidayCalendarQuery }

/** Which country's public holidays are left out, and which come next. */
export function HolidayFields({ draft, problems, change, calendar }: HolidayFieldsProps) {
  const { holidays } = draft
  if (calendar.isError) {
    return (
      <Group gap="sm">
        <Text size="sm">{t('The holiday calendars could not be loaded.')}</Text>
        <Button size="xs" variant="default" onClick={() => void calendar.refetch()}>
          {t('Try again')}
        </Button>
      </Group>
    )
  }
  const states = holidays && calendar.data ? calendar.data.statesOf(holidays.country) : []
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-start">
        <Select
          id={fieldId('holidays.country')}
          label={t('Public holidays of')}
          placeholder={calendar.isPending ? t('Loading…') : t('No holidays left out')}
          disabled={calendar.isPending}
          data={calendar.data?.countries ?? []}
          value={holidays?.country ?? null}
          onChange={(country) => change({ holidays: country ? { country } : null })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('Leave out no holidays') }}
          error={problems['holidays.country'] ?? problems.holidays}
          w={{ base: '100%', xs: '16rem' }}
        />
        {holidays && states.length > 0 && (
          <Select
            id={fieldId('holidays.state')}
            label={t('State or region')}
            placeholder={t('Only nationwide ones')}
            data={states}
            value={holidays.state ?? null}
            onChange={(state) =>
              change({
                holidays: state
                  ? { country: holidays.country, state }
                  : { country: holidays.country },
              })
            }
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('Only nationwide holidays') }}
            error={problems['holidays.state']}
            w={{ base: '100%', xs: '16rem' }}
          />
        )}
      </Group>
      <NextHolidays draft={draft} calendar={calendar} />
    </Stack>
  )
}

function NextHolidays({ draft, calendar }: Pick<HolidayFieldsProps, 'draft' | 'calendar'>) {
  const today = todayIn(draft.timeZone, useServerNow())
  if (!draft.holidays || !calendar.data) return null
  const next = calendar.data.holidaysFrom(draft.holidays, today.isoDate).slice(0, 3)
  return (
    <Text size="sm" c="dimmed">
      {t('Next: {holidays}', {
        holidays: next
          .map(({ date, name }) => `${name} (${formatDay(dayOf(date), today.day)})`)
          .join(', '),
      })}
    </Text>
  )
}
