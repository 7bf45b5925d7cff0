import type { z } from 'zod'
import type {
  fateSchema,
  PreviewResult,
  ScheduleForecast,
} from '../../../server/domain/schedule-preview.schema.ts'
import { plural, t } from '../../i18n/t.ts'
import { formatWhen } from '../../lib/format-time.ts'
import { gateTitle } from '../../lib/gate-words.ts'

type Fate = z.infer<typeof fateSchema>

/** When and where the reader is. */
export type ReadAt = { nowMs: number; timeZone: string; locale?: string }

/** What becomes of a call: `today 3:20 PM`, `not reached in time`. */
export function fateWords(fate: Fate, { nowMs, ...how }: ReadAt): string {
  const whenWords = (at: string) =>
    formatWhen(at, new Date(nowMs).toISOString(), { ...how, zoneName: 'never' })
  switch (fate.kind) {
    case 'placed':
      return whenWords(fate.at)
    case 'covered':
      return t('spoken of {when}, in another call to the same number', {
        when: whenWords(fate.at),
      })
    case 'expires':
      return t('not reached in time')
    case 'held':
      return t('held: {reason}', { reason: gateTitle(fate.because).toLowerCase() })
    case 'paused':
      return t('paused')
  }
}

export const callsWord = (count: number) => plural(count, '{n} call', '{n} calls')

/** The changes that a draft makes to the queue, one line each, the gravest first. */
export function changeWords({ counts }: PreviewResult): string[] {
  const { earlier, later, lost, won } = counts
  return [
    lost > 0 && plural(lost, '{n} call would no longer go out', '{n} calls would no longer go out'),
    won > 0 &&
      plural(
        won,
        '{n} call would go out that would not today',
        '{n} calls would go out that would not today',
      ),
    earlier > 0 && plural(earlier, '{n} call would move earlier', '{n} calls would move earlier'),
    later > 0 && plural(later, '{n} call would move later', '{n} calls would move later'),
  ].filter((line) => line !== false)
}

/** What keeps calls from going out that no passing of time will end, one line each. */
function stoppedWords({ held, paused }: { held: number; paused: number }): string[] {
  return [
    paused > 0 && t('Calling is paused, so none goes out'),
    held > 0 && plural(held, '{n} call waits for a person', '{n} calls wait for a person'),
  ].filter((line) => line !== false)
}

type Forecast = Pick<ScheduleForecast, 'waiting' | 'unreachableCount' | 'heldCount' | 'pausedCount'>

/** Where the queue goes under the saved schedule, one sentence each. */
export function forecastWords(forecast: Forecast): string[] {
  const { waiting, unreachableCount, heldCount, pausedCount } = forecast
  if (waiting === 0) return [t('No call is waiting.')]
  const stopped = stoppedWords({ held: heldCount, paused: pausedCount }).map((line) => `${line}.`)
  if (unreachableCount > 0) {
    const late = plural(
      unreachableCount,
      '{n} call of {all} will expire first, as the schedule is saved.',
      '{n} calls of {all} will expire first, as the schedule is saved.',
      { all: waiting },
    )
    return [late, t('Longer windows or more calls at a time would help.'), ...stopped]
  }
  if (stopped.length > 0) return stopped
  return [
    plural(
      waiting,
      'As saved, all {n} call that wait come to their turn before they expire.',
      'As saved, all {n} calls that wait come to their turn before they expire.',
    ),
  ]
}

/** How many calls are not reached before they expire, and how many that is more or fewer. */
export function expiryWords({ counts }: PreviewResult): string {
  const { expiringBefore, expiringAfter, heldAfter, pausedAfter } = counts
  const stopped = stoppedWords({ held: heldAfter, paused: pausedAfter })
  if (expiringAfter === 0 && stopped.length > 0) return stopped.join('; ')
  const expiring =
    expiringAfter === 0
      ? t('No call will expire before it is reached')
      : plural(
          expiringAfter,
          '{n} call will expire before it is reached',
          '{n} calls will expire before they are reached',
        )
  const difference = expiringAfter - expiringBefore
  const compared = [
    expiring,
    difference > 0 && t('{n} more than today', { n: difference }),
    difference < 0 && t('{n} fewer than today', { n: -difference }),
  ]
  return [compared.filter((part) => part).join(', '), ...stopped].join('; ')
}
