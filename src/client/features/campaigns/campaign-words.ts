import {
  type Icon,
  IconCalendarClock,
  IconCircleCheck,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react'
import type {
  Campaign,
  CampaignAdded,
  CampaignState,
  SkipReason,
} from '../../../server/domain/campaign.schema.ts'
import type { Tone } from '../../theme.ts'

export const stateLooks: Record<CampaignState, { word: string; tone: Tone; icon: Icon }> = {
  planned: { word: 'Planned', tone: 'calm', icon: IconCalendarClock },
  running: { word: 'Running', tone: 'good', icon: IconPlayerPlay },
  paused: { word: 'Paused', tone: 'middling', icon: IconPlayerPause },
  ended: { word: 'Ended', tone: 'calm', icon: IconCircleCheck },
}

export const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** Where the calls of a campaign stand; the four numbers add up to all of them. */
export function standOf({ calls, byStatus, waiting }: Campaign['progress']) {
  const onTheLine = byStatus.placing + byStatus.ringing + byStatus.in_progress
  const ended = calls - byStatus.completed - waiting - onTheLine
  return { completed: byStatus.completed, onTheLine, waiting, ended }
}

export function progressWords(progress: Campaign['progress']): string {
  if (progress.visits === 0) return 'No visits yet'
  const { completed, onTheLine, waiting, ended } = standOf(progress)
  const parts = [
    `${completed} of ${counted(progress.calls, 'call')} completed`,
    ...(onTheLine > 0 ? [`${onTheLine} on the line`] : []),
    `${waiting} waiting`,
    ...(ended > 0 ? [`${ended} not reached`] : []),
  ]
  return `${counted(progress.visits, 'visit')}: ${parts.join(', ')}`
}

type Dates = Pick<Campaign, 'startsAt' | 'endsAt'>

/** "From Nov 20, 2026 to Nov 27, 2026", by its first and last day. */
export function datesWords({ startsAt, endsAt }: Dates, date: (at: string) => string): string {
  const lastMoment = endsAt && new Date(Date.parse(endsAt) - 1).toISOString()
  if (startsAt && lastMoment) return `${date(startsAt)} to ${date(lastMoment)}`
  if (startsAt) return `From ${date(startsAt)} on`
  return lastMoment ? `Until ${date(lastMoment)}` : 'No dates set'
}

const skipWords: Record<SkipReason, string> = {
  not_found: 'no longer there',
  not_completed: 'not finished yet',
  in_this_campaign: 'in this campaign already',
  in_another_campaign: 'waiting in another campaign',
  on_the_line: 'being called right now',
  in_doubt: 'in doubt whether it rang; somebody has to judge first',
  do_not_call: 'on the do-not-call list',
  no_window: 'with no window in which to call',
}

/** What adding visits comes to, line by line; nothing where no visit was found. */
export function addedLines({ created, moved, joined, skipped }: CampaignAdded): string[] {
  const lines: [number, string][] = [
    [created, 'with a new call'],
    [moved, 'with a waiting call that moves here'],
    [joined, 'asked about in another visit’s call'],
    ...skipped.map(({ reason, count }): [number, string] => [
      count,
      `left out: ${skipWords[reason]}`,
    ]),
  ]
  return lines
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${counted(count, 'visit')} ${words}`)
}

export const addedCount = ({ created, moved, joined }: CampaignAdded) => created + moved + joined
