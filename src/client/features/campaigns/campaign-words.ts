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
import { plural, t } from '../../i18n/t.ts'
import type { Tone } from '../../theme.ts'

export const stateLooks: Record<CampaignState, { word: string; tone: Tone; icon: Icon }> = {
  planned: { word: t('Planned'), tone: 'calm', icon: IconCalendarClock },
  running: { word: t('Running'), tone: 'good', icon: IconPlayerPlay },
  paused: { word: t('Paused'), tone: 'middling', icon: IconPlayerPause },
  ended: { word: t('Ended'), tone: 'calm', icon: IconCircleCheck },
}

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
  if (progress.visits === 0) return t('No visits yet')
  const stand = standOf(progress)
  const further: [number, (n: number) => string][] = [
    [stand.notReached, (n) => t('{n} not reached', { n })],
    [stand.inDoubt, (n) => t('{n} in doubt', { n })],
    [stand.covered, (n) => t('{n} asked about in another call', { n })],
    [stand.optedOut, (n) => plural(n, '{n} opted out', '{n} opted out')],
    [stand.canceled, (n) => plural(n, '{n} canceled', '{n} canceled')],
  ]
  const parts = [
    plural(
      progress.calls,
      '{completed} of {n} call completed',
      '{completed} of {n} calls completed',
      { completed: stand.completed },
    ),
    ...(stand.onTheLine > 0 ? [t('{n} on the line', { n: stand.onTheLine })] : []),
    t('{n} waiting', { n: stand.waiting }),
    ...further.filter(([count]) => count > 0).map(([count, say]) => say(count)),
  ]
  return `${plural(progress.visits, '{n} visit', '{n} visits')}: ${parts.join(', ')}`
}

type Dates = Pick<Campaign, 'startsAt' | 'endsAt'>

/** "From Nov 20, 2026 to Nov 27, 2026", by its first and last day. */
export function datesWords({ startsAt, endsAt }: Dates, date: (at: string) => string): string {
  const lastMoment = endsAt && new Date(Date.parse(endsAt) - 1).toISOString()
  if (startsAt && lastMoment)
    return t('{from} to {until}', { from: date(startsAt), until: date(lastMoment) })
  if (startsAt) return t('From {date} on', { date: date(startsAt) })
  return lastMoment ? t('Until {date}', { date: date(lastMoment) }) : t('No dates set')
}

type Count = (n: number) => string

const skipWords: Record<SkipReason, string> = {
  not_found: t('no longer there'),
  not_completed: t('not finished yet'),
  in_this_campaign: t('in this campaign already'),
  in_another_campaign: t('waiting in another campaign'),
  on_the_line: t('being called right now'),
  in_doubt: t('in doubt whether it rang; somebody has to judge first'),
  do_not_call: t('on the do-not-call list'),
  no_window: t('with no window in which to call'),
}

/** What adding visits comes to, line by line; nothing where no visit was found. */
export function addedLines({ created, moved, joined, skipped }: CampaignAdded): string[] {
  const lines: [number, Count][] = [
    [created, (n) => plural(n, '{n} visit with a new call', '{n} visits with a new call')],
    [
      moved,
      (n) =>
        plural(
          n,
          '{n} visit with a waiting call that moves here',
          '{n} visits with a waiting call that moves here',
        ),
    ],
    [
      joined,
      (n) =>
        plural(
          n,
          '{n} visit asked about in another visit’s call',
          '{n} visits asked about in another visit’s call',
        ),
    ],
    ...skipped.map(({ reason, count }): [number, Count] => [
      count,
      (n) =>
        plural(n, '{n} visit left out: {why}', '{n} visits left out: {why}', {
          why: skipWords[reason],
        }),
    ]),
  ]
  return lines.filter(([count]) => count > 0).map(([count, say]) => say(count))
}

export const addedCount = ({ created, moved, joined }: CampaignAdded) => created + moved + joined
