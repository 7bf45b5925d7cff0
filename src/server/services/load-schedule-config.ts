import type { Temporal } from 'temporal-polyfill'
import type { DbSession } from '../db/client.ts'
import { toInstant } from '../db/instants.ts'
import { readNewestScheduleConfigs, type ScheduleConfigRow } from '../db/schedule-config-row.ts'
import { type CallingCalendar, createCallingCalendar } from '../domain/calling-window.ts'
import { createHolidayLookup } from '../domain/holidays.ts'
import { type ScheduleConfig, scheduleConfigSchema } from '../domain/schedule-config.schema.ts'

/** The schedule that rules a call, and which saved version of it. */
export type LoadedSchedule = {
  /** Null for the organization's own schedule. */
  campaignId: string | null
  /** 0 for the default of an organization that has saved none. */
  version: number
  savedAt: Temporal.Instant | null
  config: ScheduleConfig
  calendar: CallingCalendar
}

/** Every schedule of an organization in force now. */
export type LoadedSchedules = {
  organization: LoadedSchedule
  ofCampaigns: readonly LoadedSchedule[]
}

/** Reads the newest versions; calendars already worked out are kept from call to call. */
export async function loadScheduleConfigs(
  session: DbSession,
  organizationId: string,
): Promise<LoadedSchedules> {
  const rows = await readNewestScheduleConfigs(session, organizationId)
  const loaded = rows.map(toSchedule)
  const own = loaded.find(({ campaignId }) => campaignId === null)
  return {
    organization: own ?? (await defaultSchedule(session, organizationId)),
    ofCampaigns: loaded.filter(({ campaignId }) => campaignId !== null),
  }
}

/** The schedule in force now for one campaign, or for the organization's other calls. */
export async function loadScheduleConfig(
  session: DbSession,
  input: { organizationId: string; campaignId: string | null },
): Promise<LoadedSchedule> {
  return scheduleOf(await loadScheduleConfigs(session, input.organizationId), input.campaignId)
}

/** A campaign's own schedule where it has one, else the organization's. */
export function scheduleOf(schedules: LoadedSchedules, campaignId: string | null): LoadedSchedule {
  const own = schedules.ofCampaigns.find((schedule) => schedule.campaignId === campaignId)
  return own ?? schedules.organization
}

function toSchedule(row: ScheduleConfigRow): LoadedSchedule {
  const { config, calendar } = rememberedCalendar(row.id, row.config)
  const savedAt = toInstant(row.createdAt)
  return { campaignId: row.campaignId, version: row.version, savedAt, config, calendar }
}

async function defaultSchedule(session: DbSession, organizationId: string) {
  const organization = await session.organization.findUnique({
    where: { id: organizationId },
    select: { timeZone: true },
  })
  const timeZone = organization?.timeZone ?? 'UTC'
  const { config, calendar } = rememberedCalendar(`default ${timeZone}`, { timeZone })
  return { campaignId: null, version: 0, savedAt: null, config, calendar }
}

// A saved version never changes, so its id is enough of a key. The oldest entry makes room.
const calendars = new Map<string, CallingCalendar>()
const rememberedCalendars = 500

function rememberedCalendar(key: string, stored: unknown) {
  let calendar = calendars.get(key)
  if (calendar === undefined) {
    const config = scheduleConfigSchema.parse(stored)
    calendar = createCallingCalendar(config, createHolidayLookup(config.holidays))
    calendars.set(key, calendar)
    const [oldest] = calendars.keys()
    if (calendars.size > rememberedCalendars && oldest !== undefined) calendars.delete(oldest)
  }
  return { config: calendar.config, calendar }
}
