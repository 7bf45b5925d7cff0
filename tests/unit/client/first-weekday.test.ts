import { expect, it } from 'vitest'
import { firstWeekday } from '../../../src/client/lib/first-weekday.ts'

it.each([
  ['en-US', 0],
  ['en-GB', 1],
  ['es-ES', 1],
  ['es-MX', 0],
  ['es-u-hc-h12', 1],
  ['ar-EG', 6],
])('begins a week in %s on weekday %i', (locale, expected) => {
  expect(firstWeekday(locale)).toBe(expected)
})
