import {
  type LocalTimeSpan,
  MINUTES_PER_DAY,
  spanMinutes,
} from '../../../server/domain/time-of-day.ts'
import { t } from '../../i18n/t.ts'

/** `09:00–18:00`, `all day`, or `22:00–02:00 (into the next day)`. */
export function describeWindow(window: LocalTimeSpan): string {
  if (window.start === '00:00' && isMidnight(window.end)) return t('all day')
  const end = isMidnight(window.end) ? '24:00' : window.end
  const hours = `${window.start}–${end}`
  return crossesMidnight(window) ? t('{hours} (into the next day)', { hours }) : hours
}

/** Whether a part of the window lies on the day after the one on which it starts. */
export function crossesMidnight(window: LocalTimeSpan): boolean {
  return spanMinutes(window)[1] > MINUTES_PER_DAY
}

const isMidnight = (end: string) => end === '24:00' || end === '00:00'
