import { Temporal } from 'temporal-polyfill'
import { t } from '../../i18n/t.ts'

export type ReadLocalTime = { ok: true; at: Temporal.Instant } | { ok: false; reason: string }

/** `2026-11-20T15:20`, as date and time inputs want it. */
export function toLocalInput(at: string, timeZone: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/**
 * The instant of a local time as an input gives it. A time that clocks skip, or that comes twice on
 * the day they are set back, names no single instant and is refused.
 */
export function readLocalInput(text: string, timeZone: string): ReadLocalTime {
  // A date alone would be read as its midnight.
  if (!text.includes('T')) return { ok: false, reason: t('Give a date and a time.') }
  let local: Temporal.PlainDateTime
  try {
    local = Temporal.PlainDateTime.from(text)
  } catch {
    return { ok: false, reason: t('Give a date and a time.') }
  }
  try {
    const at = local.toZonedDateTime(timeZone, { disambiguation: 'reject' }).toInstant()
    return { ok: true, at }
  } catch {
    return { ok: false, reason: t('Clocks change in this hour; choose another time.') }
  }
}
