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

/**
 * Where the calls of a campaign stand; the numbers add up to all of them. Only who was tried and
 * did not talk to us counts as not reached.
 */
export function standOf({ calls, byStatus, waiting, covered, optedOut }: Campaign['progress']) {
  const { completed, unknown: inDoubt } = byStatus
  const onTheLine = byStatus.placing + byStatus.ringing + byStatus.in_progress
  const canceled = byStatus.canceled - covered - optedOut
  const notReached = calls - completed - waiting - onTheLine - inDoubt - byStatus.canceled
  return { completed, onTheLine, waiting, notReached, inDoubt, covered, optedOut, canceled }
}

export function progressWords(progress: Campaign['progress']): string {
  if (progress.visits === 0) return 'No visits yet'
  const stand = standOf(progress)
  const further: [number, string][] = [
    [stand.notReached, 'not reached'],
    [stand.inDoubt, 'in doubt'],
    [stand.covered, 'asked about in another call'],
    [stand.optedOut, 'opted out'],
    [stand.canceled, 'canceled'],
  ]
  const parts = [
    `${stand.completed} of ${counted(progress.calls, 'call')} completed`,
    ...(stand.onTheLine > 0 ? [`${stand.onTheLine} on the line`] : []),
    `${stand.waiting} waiting`,
    ...further.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`),
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
