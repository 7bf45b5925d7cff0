import { expect, it } from 'vitest'
import {
  readHabits,
  speedAfter,
  usualHabits,
} from '../../../src/client/features/calls/detail/listening-habits.ts'
import {
  endOfSilence,
  silencesIn,
  totalMs,
} from '../../../src/client/features/calls/detail/silences.ts'

const rate = 1000
/** Sound of so many milliseconds, loud or with the hiss of a line. */
const sound = (...parts: [kind: 'speech' | 'hiss', ms: number][]) =>
  parts.flatMap(([kind, ms]) =>
    Array.from({ length: ms }, (_, at) => (at % 2 ? -1 : 1) * (kind === 'speech' ? 0.5 : 0.01)),
  )

it('finds the silences that are long enough, with a margin around the words', () => {
  const samples = sound(
    ['hiss', 800],
    ['speech', 2000],
    ['hiss', 300],
    ['speech', 500],
    ['hiss', 1000],
  )
  expect(silencesIn(samples, rate)).toEqual([
    { startMs: 100, endMs: 700 },
    { startMs: 3700, endMs: 4500 },
  ])
  expect(totalMs(silencesIn(samples, rate))).toBe(1400)
})

it('finds none in a recording that is loud throughout, or empty', () => {
  expect(silencesIn(sound(['speech', 3000]), rate)).toEqual([])
  expect(silencesIn([], rate)).toEqual([])
})

it('goes on at the end of a silence, and nowhere from outside of one', () => {
  const silences = [{ startMs: 100, endMs: 700 }]
  expect([99, 100, 679, 700].map((at) => endOfSilence(silences, at))).toEqual([
    null,
    700,
    700,
    null,
  ])
})

it('does not go on to the end of a silence again, though it is read back as a little before', () => {
  const silences = [{ startMs: 1000, endMs: 4020 }]
  expect(endOfSilence(silences, 4019.9999999999995)).toBe(null)
})

it('reads what was kept, and does as usual where that is wrong', () => {
  expect(readHabits('{"speed":1.5,"skipsSilence":true}')).toEqual({
    speed: 1.5,
    skipsSilence: true,
  })
  expect(readHabits('{"speed":9,"skipsSilence":true}')).toEqual({ speed: 1, skipsSilence: true })
  expect(readHabits('{')).toEqual(usualHabits)
  expect(readHabits(undefined)).toEqual(usualHabits)
})

it('steps through the speeds, and stays at the last one', () => {
  expect(speedAfter(1, 1)).toBe(1.25)
  expect(speedAfter(1, -1)).toBe(0.75)
  expect(speedAfter(2, 1)).toBe(2)
  expect(speedAfter(0.75, -1)).toBe(0.75)
})
