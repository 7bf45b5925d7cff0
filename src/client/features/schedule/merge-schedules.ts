import type { ScheduleConfig } from '../../../server/domain/schedule-config.schema.ts'

const PART_WORDS: Record<keyof ScheduleConfig, string> = {
  timeZone: 'time zone',
  weekly: 'week',
  blockedDates: 'blocked dates',
  holidays: 'public holidays',
  quietHours: 'quiet hours',
  delayAfterServiceMinutes: 'delay after service',
  expireAfterHours: 'expiry',
  retry: 'retries',
  maxAttempts: 'attempts',
  maxActiveCalls: 'calls at a time',
  maxPerMinute: 'calls per minute',
  minDaysBetweenCalls: 'days between calls',
  ringTimeoutSec: 'ring time',
  paused: 'pause',
  autoPause: 'automatic pause',
}

type Part = keyof ScheduleConfig

/** The parts in which two schedules differ, in the order in which they are shown. */
export function changedParts(before: ScheduleConfig, after: ScheduleConfig): Part[] {
  return scheduleParts.filter(
    (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
  )
}

const isPart = (key: string): key is Part => key in PART_WORDS
const scheduleParts = Object.keys(PART_WORDS).filter(isPart)

export const nameParts = (parts: readonly Part[]) =>
  parts.map((part) => PART_WORDS[part]).join(', ')

/** Theirs, with what I changed since the schedule that both of us began with. */
export function mergeSchedules(versions: {
  base: ScheduleConfig
  mine: ScheduleConfig
  theirs: ScheduleConfig
}): ScheduleConfig {
  const { base, mine, theirs } = versions
  const merged = { ...theirs }
  for (const part of changedParts(base, mine)) Object.assign(merged, { [part]: mine[part] })
  return merged
}
