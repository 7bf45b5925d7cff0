import type { Campaign } from '../../../server/domain/campaign.schema.ts'
import type { CampaignSchedule } from '../../../server/domain/campaign-schedule.ts'
import { isoDateOf, localDayAt } from '../../../server/domain/local-time.ts'
import { t } from '../../i18n/t.ts'
import { startOfDay } from '../../lib/start-of-day.ts'

/** A campaign as its form holds it: its days as `2026-11-20`, or empty. */
export type CampaignDraft = {
  name: string
  firstDay: string
  lastDay: string
  schedule: CampaignSchedule
}

export const emptyDraft: CampaignDraft = { name: '', firstDay: '', lastDay: '', schedule: {} }

const dateOf = (atMs: number, timeZone: string) => isoDateOf(localDayAt(timeZone, atMs))

export function draftOf(campaign: Campaign, timeZone: string): CampaignDraft {
  const { name, startsAt, endsAt, schedule } = campaign
  return {
    name,
    schedule,
    firstDay: startsAt === null ? '' : dateOf(Date.parse(startsAt), timeZone),
    lastDay: endsAt === null ? '' : dateOf(Date.parse(endsAt) - 1, timeZone),
  }
}

export const startsAtOf = ({ firstDay }: CampaignDraft, timeZone: string) =>
  firstDay === '' ? null : startOfDay(firstDay, timeZone)

export const endsAtOf = ({ lastDay }: CampaignDraft, timeZone: string) =>
  lastDay === '' ? null : startOfDay(lastDay, timeZone, 1)

/** What is wrong with a draft, by the field that shows it; the schedule is checked beside its rules. */
export function draftProblems({ name, firstDay, lastDay }: CampaignDraft) {
  const problems: { name?: string; lastDay?: string } = {}
  if (name.trim() === '') problems.name = t('Give the campaign a name.')
  if (firstDay !== '' && lastDay !== '' && lastDay < firstDay) {
    problems.lastDay = t('The last day comes after the first.')
  }
  return problems
}

export const isSameDraft = (one: CampaignDraft, other: CampaignDraft) =>
  JSON.stringify(one) === JSON.stringify(other)

/** The draft on top of what has been saved meanwhile: only what was changed since `base` is kept. */
export function rebaseDraft(
  draft: CampaignDraft,
  base: CampaignDraft,
  saved: CampaignDraft,
): CampaignDraft {
  const mine = <Field extends 'name' | 'firstDay' | 'lastDay'>(field: Field) =>
    draft[field] === base[field] ? saved[field] : draft[field]
  return {
    name: mine('name'),
    firstDay: mine('firstDay'),
    lastDay: mine('lastDay'),
    schedule: rebaseSchedule(draft.schedule, base.schedule, saved.schedule),
  }
}

/** A rule that was switched off since `base` stays off. */
function rebaseSchedule(
  mine: CampaignSchedule,
  base: CampaignSchedule,
  saved: CampaignSchedule,
): CampaignSchedule {
  const before = new Map(Object.entries(base).map(([key, rule]) => [key, JSON.stringify(rule)]))
  const isOff = (key: string) => before.has(key) && !(key in mine)
  const kept = Object.entries(saved).filter(([key]) => !isOff(key))
  const changed = Object.entries(mine).filter(
    ([key, rule]) => JSON.stringify(rule) !== before.get(key),
  )
  return Object.fromEntries([...kept, ...changed])
}
