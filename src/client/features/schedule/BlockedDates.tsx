import { Group, Indicator, Input, Pill, Stack, Text } from '@mantine/core'
import '@mantine/dates/styles.layer.css'
import { DatePicker, DatesProvider } from '@mantine/dates'
import { useId, useMemo, useState } from 'react'
import { plural, t } from '../../i18n/t.ts'
import { formatDay } from '../../lib/format-time.ts'
import classes from './BlockedDates.module.css'
import { calendarSettings } from './calendar-locale.ts'
import { dayOf, todayIn } from './local-days.ts'
import { MonthHolidays } from './MonthHolidays.tsx'
import { fieldId } from './schedule-problems.ts'
import type { HolidayCalendarQuery } from './use-holiday-calendar.ts'
import type { ScheduleEditing } from './use-schedule-editor.ts'
import { useServerNow } from './use-server-clock.ts'

type BlockedDatesProps = ScheduleEditing & { calendar: HolidayCalendarQuery }

/** Single dates without calls, picked in a calendar that shows the public holidays as well. */
export function BlockedDates({ draft, problems, change, calendar }: BlockedDatesProps) {
  const { blockedDates, timeZone, holidays } = draft
  const labelId = useId()
  const today = todayIn(timeZone, useServerNow())
  const [shownDate, setShownDate] = useState(today.isoDate)
  const shownYear = Math.max(Number(today.isoDate.slice(0, 4)), Number(shownDate.slice(0, 4)))
  const holidayNames = useMemo(() => {
    if (!calendar.data || !holidays) return new Map<string, string>()
    const listed = calendar.data.holidaysFrom(holidays, `${shownYear - 1}-01-01`)
    return new Map(listed.map(({ date, name }) => [date, name]))
  }, [calendar.data, holidays, shownYear])

  const setDates = (dates: string[]) => change({ blockedDates: [...new Set(dates)].sort() })
  const coming = blockedDates.filter((date) => date >= today.isoDate)
  const pastCount = blockedDates.length - coming.length
  const label = (date: string) => {
    const words = formatDay(dayOf(date), today.day)
    const holiday = holidayNames.get(date)
    return holiday ? `${words}, ${holiday}` : words
  }
  /** What a day of the calendar says to those who cannot see its dot. */
  const dayLabel = (date: string) =>
    blockedDates.includes(date) ? t('{day}, blocked', { day: label(date) }) : label(date)

  return (
    <Stack gap="xs">
      <Input.Label id={labelId} component="div">
        {t('Blocked dates')}
      </Input.Label>
      <Group align="flex-start" gap="lg">
        <div>
          <DatesProvider settings={calendarSettings}>
            <DatePicker
              type="multiple"
              id={fieldId('blockedDates')}
              tabIndex={-1}
              value={blockedDates}
              onChange={setDates}
              defaultDate={today.isoDate}
              onDateChange={setShownDate}
              highlightToday
              // Both are drawn too pale to be read by everyone.
              hideOutsideDates
              weekendDays={[]}
              aria-labelledby={labelId}
              getDayAriaLabel={dayLabel}
              getDayProps={(date) => ({
                title: holidayNames.get(date),
                className: holidayNames.has(date) ? classes.holiday : undefined,
              })}
              renderDay={(date) => (
                <Indicator size={6} color="orange" offset={-2} disabled={!holidayNames.has(date)}>
                  <div>{Number(date.slice(8))}</div>
                </Indicator>
              )}
              ariaLabels={{ nextMonth: t('Next month'), previousMonth: t('Previous month') }}
            />
          </DatesProvider>
          <MonthHolidays
            month={shownDate.slice(0, 7)}
            names={holidayNames}
            isChosen={holidays !== null}
          />
        </div>
        <Stack gap="xs" flex="1 1 12rem">
          <Text size="sm" c="dimmed">
            {coming.length === 0
              ? t(
                  'None to come. Pick dates in the calendar, or move through it with the arrow keys and choose with Enter.',
                )
              : plural(coming.length, 'One date to come:', '{n} dates to come:')}
          </Text>
          <Pill.Group>
            {coming.map((date) => (
              <Pill
                key={date}
                size="md"
                withRemoveButton
                onRemove={() => setDates(blockedDates.filter((other) => other !== date))}
                removeButtonProps={{
                  'aria-label': t('Allow calls on {day} again', { day: label(date) }),
                  tabIndex: 0,
                  'aria-hidden': false,
                }}
              >
                {label(date)}
              </Pill>
            ))}
          </Pill.Group>
          {pastCount > 0 && (
            <Text size="sm" c="dimmed">
              {plural(pastCount, 'And one date in the past.', 'And {n} dates in the past.')}
            </Text>
          )}
          {problems.blockedDates && <Input.Error>{problems.blockedDates}</Input.Error>}
        </Stack>
      </Group>
    </Stack>
  )
}
