import { expect, it } from 'vitest'
import { bestHour } from '../../../src/server/domain/best-hour.ts'
import { shareOf } from '../../../src/server/domain/nps.ts'

const hours = (counts: Record<number, [answered: number, tried: number]>) =>
  Object.entries(counts).map(([hour, [answered, tried]]) => ({
    hour: Number(hour),
    answered: shareOf(answered, tried),
  }))

const rows: [found: string, Record<number, [number, number]>, hour: number | null][] = [
  ['one that is clearly above the others', { 9: [20, 100], 17: [60, 100] }, 17],
  ['none where the best may be so by chance', { 9: [5, 10], 10: [8, 10], 11: [4, 10] }, null],
  ['none of too few tries, however good', { 9: [100, 400], 20: [9, 9] }, null],
  ['none where there is but one', { 9: [90, 100] }, null],
  ['none where there is nothing', {}, null],
]

it.each(rows)('the best hour is %s', (_, counts, hour) => {
  expect(bestHour(hours(counts), 10)?.hour ?? null).toBe(hour)
})
