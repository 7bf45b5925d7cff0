import { pino } from 'pino'

/** Logs nothing; the tests speak for themselves. */
export const silentLog = pino({ level: 'silent' })
