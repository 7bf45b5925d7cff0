import { Temporal } from 'temporal-polyfill'
import type { Db } from '../../src/server/db/client.ts'
import {
  type ScheduleConfigInput,
  scheduleConfigSchema,
} from '../../src/server/domain/schedule-config.schema.ts'
import { WEEKDAYS } from '../../src/server/domain/time-of-day.ts'

/** Lets an organization call at every hour of the system's clock, as fast as it goes, or as `rules` say. */
export async function openAllHours(
  db: Db,
  organizationId: string,
  rules: ScheduleConfigInput = {},
): Promise<void> {
  const far = Temporal.Now.instant().add({ hours: 12 }).toZonedDateTimeISO('UTC')
  const day = [{ start: '00:00', end: '24:00' }]
  await db.scheduleConfig.create({
    data: {
      organizationId,
      version: 1,
      config: scheduleConfigSchema.parse({
        weekly: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, day])),
        quietHours: {
          start: far.toPlainTime().toString({ smallestUnit: 'minute' }),
          end: far.add({ minutes: 1 }).toPlainTime().toString({ smallestUnit: 'minute' }),
        },
        maxActiveCalls: 1000,
        maxPerMinute: 6000,
        delayAfterServiceMinutes: 0,
        ...rules,
      }),
    },
  })
}
