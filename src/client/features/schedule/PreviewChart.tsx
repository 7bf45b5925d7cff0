import { Text, VisuallyHidden } from '@mantine/core'
import { IconClockExclamation } from '@tabler/icons-react'
import type { LocalDay } from '../../../server/domain/local-time.ts'
import { t } from '../../i18n/t.ts'
import { formatDay, formatHour } from '../../lib/format-time.ts'
import { HourAxis } from './DayTrack.tsx'
import { lengthWords } from './length-words.ts'
import classes from './PreviewChart.module.css'
import { busiestHour, type PreviewDay, withoutEmptyEnd } from './preview-days.ts'
import { callsWord } from './preview-words.ts'

type PreviewChartProps = {
  days: readonly PreviewDay[]
  today: LocalDay
  /** Whether there are two schedules to be told apart. */
  isCompared: boolean
}

const HEIGHT = 10

/** Calls per hour, a line for each day; each line says the same in words. */
export function PreviewChart({ days, today, isCompared }: PreviewChartProps) {
  const most = Math.max(
    1,
    ...days.flatMap(({ hours }) => hours.flatMap((h) => [h.before, h.after])),
  )
  const shown = withoutEmptyEnd(days)
  const firstHidden = days[shown.length]
  const last = days.at(-1)
  return (
    <div>
      <ul className={classes.days} aria-label={t('Calls per hour')}>
        {shown.map((day) => (
          <li key={day.day} className={classes.day} data-empty={day.after === 0 || undefined}>
            <VisuallyHidden>{dayWords(day, today, isCompared)}</VisuallyHidden>
            <span className={classes.name} aria-hidden>
              {formatDay(day.day, today)}
            </span>
            <DayHours day={day} most={most} isCompared={isCompared} />
            <span className={classes.total} aria-hidden>
              {isCompared && day.before !== day.after ? `${day.before} → ${day.after}` : day.after}
            </span>
            {day.shiftMinutes !== null && (
              <span className={classes.shift} aria-hidden>
                <IconClockExclamation size={14} aria-hidden />
                {shiftWords(day.shiftMinutes)}
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className={classes.axis}>
        <HourAxis hours={[0, 12, 24]} />
      </div>
      {firstHidden && last && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('Nothing is planned from {first} to {last}.', {
            first: formatDay(firstHidden.day, today),
            last: formatDay(last.day, today),
          })}
        </Text>
      )}
      {isCompared && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('Filled: with your changes. Line: as it is today.')}
        </Text>
      )}
    </div>
  )
}

type DayHoursProps = { day: PreviewDay; most: number; isCompared: boolean }

function DayHours({ day, most, isCompared }: DayHoursProps) {
  const heightOf = (calls: number) => (calls / most) * HEIGHT
  const line = day.hours
    .map(({ before }, hour) => `H${hour} V${HEIGHT - heightOf(before)} H${hour + 1}`)
    .join(' ')
  return (
    <svg
      className={classes.hours}
      viewBox={`0 0 24 ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {day.hours.map(({ before, after }, hour) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the hour is its place
        <g key={hour}>
          <rect
            className={classes.after}
            x={hour + 0.08}
            width={0.84}
            y={HEIGHT - heightOf(after)}
            height={heightOf(after)}
          />
          <rect className={classes.hover} x={hour} width={1} y={0} height={HEIGHT}>
            <title>{hourWords(hour, before, after, isCompared)}</title>
          </rect>
        </g>
      ))}
      {isCompared && day.before > 0 && (
        <path className={classes.before} d={`M0 ${HEIGHT} ${line} V${HEIGHT}`} />
      )}
    </svg>
  )
}

function hourWords(hour: number, before: number, after: number, isCompared: boolean): string {
  const words = `${formatHour(hour)}: ${callsWord(after)}`
  return isCompared && before !== after
    ? t('{calls}, {n} today', { calls: words, n: before })
    : words
}

function dayWords(day: PreviewDay, today: LocalDay, isCompared: boolean): string {
  const busiest = busiestHour(day)
  const calls = [
    `${formatDay(day.day, today)}: ${callsWord(day.after)}`,
    isCompared && day.before !== day.after && t('{n} as it is today', { n: day.before }),
    busiest && t('most at {hour} with {n}', { hour: formatHour(busiest.hour), n: busiest.calls }),
  ]
  const parts = [
    calls.filter((part) => part).join(', '),
    ...(day.shiftMinutes === null ? [] : [shiftWords(day.shiftMinutes)]),
  ]
  return `${parts.join('. ')}.`
}

const shiftWords = (minutes: number) =>
  minutes > 0
    ? t('Clocks go forward {length}', { length: lengthWords(minutes) })
    : t('Clocks go back {length}', { length: lengthWords(-minutes) })
