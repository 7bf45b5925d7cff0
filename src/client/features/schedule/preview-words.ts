import type { z } from 'zod'
import type {
  fateSchema,
  PreviewResult,
  ScheduleForecast,
} from '../../../server/domain/schedule-preview.schema.ts'
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
      return `spoken of ${whenWords(fate.at)}, in another call to the same number`
    case 'expires':
      return 'not reached in time'
    case 'held':
      return `held: ${gateTitle(fate.because).toLowerCase()}`
    case 'paused':
      return 'paused'
  }
}

export const callsWord = (count: number) => (count === 1 ? '1 call' : `${count} calls`)

/** The changes that a draft makes to the queue, one line each, the gravest first. */
export function changeWords({ counts }: PreviewResult): string[] {
  const { earlier, later, lost, won } = counts
  return [
    lost > 0 && `${callsWord(lost)} would no longer go out`,
    won > 0 && `${callsWord(won)} would go out that would not today`,
    earlier > 0 && `${callsWord(earlier)} would move earlier`,
    later > 0 && `${callsWord(later)} would move later`,
  ].filter((line) => line !== false)
}

/** What keeps calls from going out that no passing of time will end, one line each. */
function stoppedWords({ held, paused }: { held: number; paused: number }): string[] {
  return [
    paused > 0 && 'Calling is paused, so none goes out',
    held > 0 && `${callsWord(held)} ${held === 1 ? 'waits' : 'wait'} for a person`,
  ].filter((line) => line !== false)
}

type Forecast = Pick<ScheduleForecast, 'waiting' | 'unreachableCount' | 'heldCount' | 'pausedCount'>

/** Where the queue goes under the saved schedule, one sentence each. */
export function forecastWords(forecast: Forecast): string[] {
  const { waiting, unreachableCount, heldCount, pausedCount } = forecast
  if (waiting === 0) return ['No call is waiting.']
  const stopped = stoppedWords({ held: heldCount, paused: pausedCount }).map((line) => `${line}.`)
  if (unreachableCount > 0) {
    const late = `${callsWord(unreachableCount)} of ${waiting} will expire first, as the schedule is saved.`
    return [late, 'Longer windows or more calls at a time would help.', ...stopped]
  }
  if (stopped.length > 0) return stopped
  return [`As saved, all ${callsWord(waiting)} that wait come to their turn before they expire.`]
}

/** How many calls are not reached before they expire, and how many that is more or fewer. */
export function expiryWords({ counts }: PreviewResult): string {
  const { expiringBefore, expiringAfter, heldAfter, pausedAfter } = counts
  const stopped = stoppedWords({ held: heldAfter, paused: pausedAfter })
  if (expiringAfter === 0 && stopped.length > 0) return stopped.join('; ')
  const now = expiringAfter === 0 ? 'No call' : callsWord(expiringAfter)
  const difference = expiringAfter - expiringBefore
  const compared =
    difference === 0
      ? ''
      : difference > 0
        ? `, ${difference} more than today`
        : `, ${-difference} fewer than today`
  const reached = expiringAfter > 1 ? 'they are reached' : 'it is reached'
  return [`${now} will expire before ${reached}${compared}`, ...stopped].join('; ')
}
