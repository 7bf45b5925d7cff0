import type { HistoryRows } from '../../db/insert-history.ts'
import { toDate, toInstant } from '../../db/instants.ts'
import { caseDueAt, isLowScore } from '../../domain/case-rules.ts'
import type { DemoDay } from './plan-demo-day.ts'

/** What was done for customers who were not content. */
const resolutions = [
  'Called back and apologised for the wait. The next oil change is on the house.',
  'The workshop looked at the car again and mended it the same day.',
  'Went through the invoice with the customer and refunded the second diagnosis.',
  'Explained what the noise was. The customer is content with that.',
]
const longestHours = 26

const stillOpen = 3

/** The cases that low scores of the past opened: the last few are open, all others are closed. */
export function toDemoCases(
  day: DemoDay,
  calls: HistoryRows['calls'],
  lowScore: number | null,
): HistoryRows['cases'] {
  const { random, calendar } = day
  const low = calls.flatMap(({ id, organizationId, npsScore, endTime }) =>
    id !== undefined &&
    typeof npsScore === 'number' &&
    isLowScore(npsScore, lowScore) &&
    endTime instanceof Date
      ? [{ callId: id, organizationId, openedAt: toInstant(endTime) }]
      : [],
  )
  low.sort((a, b) => a.openedAt.epochMilliseconds - b.openedAt.epochMilliseconds)
  return low.map(({ callId, organizationId, openedAt }, at) => {
    const closesAt = openedAt.add({ minutes: 40 + random.whole(0, longestHours * 60) })
    const isClosed = at < low.length - stillOpen
    return {
      id: random.id(openedAt.epochMilliseconds),
      organizationId,
      callId,
      openedAt: toDate(openedAt),
      dueAt: toDate(caseDueAt(calendar, openedAt)),
      closedAt: isClosed ? toDate(closesAt) : null,
      resolution: isClosed ? random.pick(resolutions) : null,
      closedByName: isClosed ? 'Demo agent' : null,
    }
  })
}
