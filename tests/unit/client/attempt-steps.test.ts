import { expect, test } from 'vitest'
import { attemptSteps, stepWords } from '../../../src/client/features/calls/detail/attempt-steps.ts'

test('a provider that repeats itself gives steps of their own', () => {
  const told = { at: '2026-11-20T17:00:00.000Z', event: 'ringing', applied: false } as const
  const steps = attemptSteps([
    { ...told, source: 'callback' },
    { ...told, source: 'callback' },
    { ...told, source: 'look_up' },
  ])
  expect(new Set(steps.map(({ key }) => key)).size).toBe(3)
})

test.each([
  ['ended: no_answer', 'Ended: no answer'],
  ['judged: it_rang', 'Judged by a person: it rang'],
  ['never sent', 'Never sent, so nothing rang'],
  [
    'not tried again: Busy: no attempts left after 5 of 5',
    'Not tried again. Busy: no attempts left after 5 of 5',
  ],
  ['recording not kept: larger than 50 MB', 'The recording was too large to keep: more than 50 MB'],
  ['something_new', 'something new'],
])('%s is told as %s', (event, words) => {
  expect(stepWords(event)).toBe(words)
})
