import { Temporal } from 'temporal-polyfill'

/** The first instant of a local date, or of one days later; not midnight where clocks skip it. */
export const startOfDay = (date: string, timeZone: string, daysLater = 0): string =>
  Temporal.PlainDate.from(date)
    .add({ days: daysLater })
    .toZonedDateTime({ timeZone })
    .toInstant()
    .toString()
