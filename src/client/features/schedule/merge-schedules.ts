import { describeScheduleChanges } from '../../../server/domain/schedule-changes.ts'
import {
  type ScheduleConfig,
  scheduleConfigSchema,
} from '../../../server/domain/schedule-config.schema.ts'

type Part = keyof ScheduleConfig

/** The parts in which two schedules differ, in the order in which they are shown. */
export function changedParts(before: ScheduleConfig, after: ScheduleConfig): Part[] {
  return scheduleConfigSchema
    .keyof()
    .options.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
}

/** Theirs, with what I changed since the schedule that both of us began with. */
export function mergeSchedules(versions: Versions): ScheduleConfig {
  const { base, mine, theirs } = versions
  const merged = { ...theirs }
  for (const part of changedParts(base, mine)) Object.assign(merged, { [part]: mine[part] })
  // Days, outcomes and dates are changed one by one, and so they are taken.
  return {
    ...merged,
    weekly: mergeKeys(base.weekly, mine.weekly, theirs.weekly),
    retry: mergeKeys(base.retry, mine.retry, theirs.retry),
    blockedDates: mergeLists(base.blockedDates, mine.blockedDates, theirs.blockedDates),
  }
}

type Versions = { base: ScheduleConfig; mine: ScheduleConfig; theirs: ScheduleConfig }

function mergeKeys<Part extends object>(base: Part, mine: Part, theirs: Part): Part {
  const merged = { ...theirs }
  for (const [key, value] of Object.entries(mine)) {
    const before: unknown = Reflect.get(base, key)
    if (JSON.stringify(value) !== JSON.stringify(before)) Object.assign(merged, { [key]: value })
  }
  return merged
}

function mergeLists(base: string[], mine: string[], theirs: string[]): string[] {
  const added = mine.filter((entry) => !base.includes(entry))
  const kept = theirs.filter((entry) => mine.includes(entry) || !base.includes(entry))
  return [...new Set([...kept, ...added])].sort()
}

/** The names of what both of us changed, each to something else: there one of us must lose. */
export function clashesBetween({ base, mine, theirs }: Versions): string[] {
  const ours = new Map(
    describeScheduleChanges(base, mine).map(({ part, after }) => [part, after] as const),
  )
  return describeScheduleChanges(base, theirs)
    .filter(({ part, after }) => ours.has(part) && ours.get(part) !== after)
    .map(({ part }) => part)
    .filter((part) => part !== 'Blocked dates')
}
