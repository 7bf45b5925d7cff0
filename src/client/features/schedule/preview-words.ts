import type { PreviewResult, WireFate } from '../../../server/domain/schedule-preview.schema.ts'
import { formatWhen } from '../../lib/format-time.ts'
import { gateTitle } from '../../lib/gate-words.ts'

/** When and where the reader is. */
export type ReadAt = { nowMs: number; timeZone: string; locale?: string }

/** What becomes of a call: `today 3:20 PM`, `not reached in time`. */
export function fateWords(fate: WireFate, { nowMs, ...how }: ReadAt): string {
  const when = (at: string) =>
    formatWhen(at, new Date(nowMs).toISOString(), { ...how, zoneName: 'never' })
  switch (fate.kind) {
    case 'placed':
      return when(fate.at)
    case 'covered':
      return `asked in another visit’s call ${when(fate.at)}`
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

/** How many calls are not reached before they expire, and how many that is more or fewer. */
export function expiryWords({ counts }: PreviewResult): string {
  const { expiringBefore, expiringAfter } = counts
  const now = expiringAfter === 0 ? 'No call' : callsWord(expiringAfter)
  const difference = expiringAfter - expiringBefore
  const compared =
    difference === 0
      ? ''
      : difference > 0
        ? `, ${difference} more than today`
        : `, ${-difference} fewer than today`
  const reached = expiringAfter > 1 ? 'they are reached' : 'it is reached'
  return `${now} will expire before ${reached}${compared}`
}
