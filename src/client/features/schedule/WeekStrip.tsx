import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'
import { MINUTES_PER_DAY, WEEKDAY_LABELS, WEEKDAYS } from '../../../server/domain/time-of-day.ts'
import classes from './WeekStrip.module.css'
import { weekBars } from './week-bars.ts'

const HOURS_SHOWN = [0, 6, 12, 18, 24]
const percent = (minutes: number) => `${(minutes / MINUTES_PER_DAY) * 100}%`

/** The week at a glance; the sentences beside it say the same to those who cannot see it. */
export function WeekStrip({ weekly }: { weekly: ScheduleConfig['weekly'] }) {
  const bars = weekBars(weekly)
  return (
    <div className={classes.strip} aria-hidden>
      {WEEKDAYS.map((weekday) => (
        <div key={weekday} className={classes.day}>
          <span className={classes.name}>{WEEKDAY_LABELS[weekday].slice(0, 3)}</span>
          <div className={classes.hours}>
            {bars[weekday].map(({ from, to, isFromDayBefore }) => (
              <span
                key={`${from}-${to}`}
                className={classes.bar}
                data-from-day-before={isFromDayBefore || undefined}
                style={{ left: percent(from), width: percent(to - from) }}
              />
            ))}
          </div>
        </div>
      ))}
      <div className={classes.day}>
        <span className={classes.name} />
        <div className={classes.axis}>
          {HOURS_SHOWN.map((hour) => (
            <span key={hour} className={classes.hour} style={{ left: percent(hour * 60) }}>
              {String(hour).padStart(2, '0')}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}
