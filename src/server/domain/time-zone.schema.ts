import { z } from 'zod'
import { isTimeZone } from './zone-clock.ts'

export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: 'This time zone is not known; use a name like America/New_York.' })
