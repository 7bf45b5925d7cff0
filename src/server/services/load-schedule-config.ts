import type { Temporal } from 'temporal-polyfill'
import type { DbSession } from '../db/client.ts'
import { toInstant } from '../db/instants.ts'
import { readNewestScheduleConfigs, type ScheduleConfigRow } from '../db/schedule-config-row.ts'
import { type CallingCalendar, createCallingCalendar } from '../domain/calling-window.ts'
import {
  type CampaignSchedule,
  campaignScheduleSchema,
  hasOwnCalendar,
  mergeCampaignSchedule,
} from '../domain/campaign-schedule.ts'
import { createHolidayLookup } from '../domain/holidays.ts'
import { type ScheduleConfig, scheduleConfigSchema } from '../domain/schedule-config.schema.ts'
import type { CalendarOf } from '../domain/schedule-preview.ts'

/** The schedule that rules a call, and which saved version of it. */
export type LoadedSchedule = {
  /** The organization's; 0 for the default of one that has saved none. */
  version: number
  /** The campaign's own one that overrides parts of it; null without one. */
  campaignVersion: number | null
  savedAt: Temporal.Instant | null
  config: ScheduleConfig
  calendar: CallingCalendar
  /** How many calls of the campaign may be active, where it says so. */
  campaignMaxActiveCalls: number | null
}

export type CampaignOverride = { version: number; schedule: CampaignSchedule }

/** Every schedule of an organization in force now. */
export type LoadedSchedules = {
  organization: LoadedSchedule
  /** By the id of the campaign. */
  ofCampaigns: ReadonlyMap<string, LoadedSchedule & { override: CampaignOverride }>
}

/** Reads the newest versions; calendars already worked out are kept from call to call. */
export async function loadScheduleConfigs(
  session: DbSession,
  organizationId: string,
): Promise<LoadedSchedules> {
  const rows = await readNewestScheduleConfigs(session, organizationId)
  const own = rows.find(({ campaignId }) => campaignId === null)
  const base = own ? toSchedule(own) : await defaultSchedule(session, organizationId)
  return {
    organization: base.schedule,
    ofCampaigns: new Map(
      rows.flatMap(({ campaignId, ...row }) =>
        campaignId === null ? [] : [[campaignId, overridden(base, row)]],
      ),
    ),
  }
}

/** The schedule in force now for one campaign, or for the organization's other calls. */
export async function loadScheduleConfig(
  session: DbSession,
  input: { organizationId: string; campaignId: string | null },
): Promise<LoadedSchedule> {
  return scheduleOf(await loadScheduleConfigs(session, input.organizationId), input.campaignId)
}

/** The organization's schedule, with what the campaign overrides of it. */
export function scheduleOf(schedules: LoadedSchedules, campaignId: string | null): LoadedSchedule {
  return schedules.ofCampaigns.get(campaignId ?? '') ?? schedules.organization
}

/** The calendars of an organization's calls, were `config` its schedule; each is made once. */
export function calendarsUnder(schedules: LoadedSchedules, config: ScheduleConfig): CalendarOf {
  const holidayNameOn = createHolidayLookup(config.holidays)
  const own = createCallingCalendar(config, holidayNameOn)
  const ofCampaigns = new Map(
    [...schedules.ofCampaigns].map(
      ([
        id,
        {
          override: { schedule },
        },
      ]) => [
        id,
        hasOwnCalendar(schedule)
          ? createCallingCalendar(mergeCampaignSchedule(config, schedule), holidayNameOn)
          : own,
      ],
    ),
  )
  return (campaignId) => ofCampaigns.get(campaignId ?? '') ?? own
}

type Base = { key: string; schedule: LoadedSchedule }

function toSchedule(row: ScheduleConfigRow): Base {
  const key = row.id
  const calendar = rememberedCalendar(key, () => scheduleConfigSchema.parse(row.config))
  return { key, schedule: ofOrganization(row.version, toInstant(row.createdAt), calendar) }
}

async function defaultSchedule(session: DbSession, organizationId: string): Promise<Base> {
  const organization = await session.organization.findUnique({
    where: { id: organizationId },
    select: { timeZone: true },
  })
  const timeZone = organization?.timeZone ?? 'UTC'
  const key = `default ${timeZone}`
  const calendar = rememberedCalendar(key, () => scheduleConfigSchema.parse({ timeZone }))
  return { key, schedule: ofOrganization(0, null, calendar) }
}

const ofOrganization = (
  version: number,
  savedAt: Temporal.Instant | null,
  calendar: CallingCalendar,
): LoadedSchedule => ({
  version,
  campaignVersion: null,
  savedAt,
  campaignMaxActiveCalls: null,
  calendar,
  config: calendar.config,
})

function overridden(base: Base, row: Omit<ScheduleConfigRow, 'campaignId'>) {
  const schedule = campaignScheduleSchema.parse(row.config)
  const calendar = hasOwnCalendar(schedule)
    ? rememberedCalendar(`${base.key} ${row.id}`, () =>
        mergeCampaignSchedule(base.schedule.config, schedule),
      )
    : base.schedule.calendar
  return {
    ...base.schedule,
    calendar,
    config: calendar.config,
    campaignVersion: row.version,
    campaignMaxActiveCalls: schedule.maxActiveCalls ?? null,
    override: { version: row.version, schedule },
  }
}

// A saved version never changes, so its id is enough of a key. The oldest entry makes room.
const calendars = new Map<string, CallingCalendar>()
const rememberedCalendars = 500

function rememberedCalendar(key: string, readConfig: () => ScheduleConfig): CallingCalendar {
  let calendar = calendars.get(key)
  if (calendar === undefined) {
    const config = readConfig()
    calendar = createCallingCalendar(config, createHolidayLookup(config.holidays))
    calendars.set(key, calendar)
    const [oldest] = calendars.keys()
    if (calendars.size > rememberedCalendars && oldest !== undefined) calendars.delete(oldest)
  }
  return calendar
}
