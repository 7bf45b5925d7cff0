import { describe, expect, it } from 'vitest'
import { wishWords } from '../../../src/client/features/calls/wish-words.ts'
import type { WishCheck } from '../../../src/server/domain/call-answers.schema.ts'

/** Friday 19:00 in New York, an hour after the windows end. */
const wishedAt = '2026-11-21T00:00:00.000Z'
const saturday10 = '2026-11-21T15:00:00.000Z'
const asked = {
  timeZone: 'America/New_York',
  nowMs: Date.parse('2026-11-20T17:30:00Z'),
  locale: 'en-GB',
  wishedAt,
  isOverridden: false,
  mayOverride: true,
}
const free: WishCheck = {
  customerZones: ['America/New_York'],
  isWithinWindows: true,
  movesTo: wishedAt,
  closed: [],
  isWalled: false,
  isRefused: false,
}
const gate = (name: string, reason: string, until: string | null = null) => ({
  name,
  pass: false,
  reason,
  until,
})
const outside: WishCheck = {
  ...free,
  isWithinWindows: false,
  movesTo: saturday10,
  closed: [gate('calling_window', 'Closed until tomorrow 10:00', saturday10)],
}
const quiet: WishCheck = {
  ...outside,
  isWalled: true,
  closed: [
    ...outside.closed,
    gate(
      'quiet_hours',
      'It is 22:00 in New York, where the customer is; quiet until tomorrow 08:00',
    ),
  ],
}

describe('a wish in words, before it is sent', () => {
  it('is good within the windows', () => {
    expect(wishWords(free, asked)).toMatchObject({ kind: 'good', reasons: [] })
  })

  it('says where it would move, and to an agent who could do more', () => {
    expect(wishWords(outside, asked)).toEqual({
      kind: 'moved',
      title: 'Would be called tomorrow 10:00 instead',
      reasons: ['It is outside the calling hours.'],
    })
    expect(wishWords(outside, { ...asked, mayOverride: false }).reasons[1]).toMatch(
      /only owners and managers can do this\.$/,
    )
  })

  it('says that it holds all the same where that was chosen', () => {
    expect(wishWords(outside, { ...asked, isOverridden: true })).toEqual({
      kind: 'moved',
      title: 'Will be called outside the windows',
      reasons: [],
    })
  })

  it('explains that nobody opens quiet hours', () => {
    const { title, reasons } = wishWords(quiet, asked)
    expect(title).toBe('Would be called tomorrow 10:00 instead')
    expect(reasons.at(-1)).toBe(
      'It is 22:00 in New York, where the customer is: in the customer’s quiet hours nobody is called, not even by a manager.',
    )
  })

  it('refuses against a do-not-call, and holds without a zone', () => {
    const onList = { ...free, isWalled: true, isRefused: true }
    const closed = [gate('do_not_call', 'The number is on the do-not-call list')]
    expect(wishWords({ ...onList, closed }, asked)).toEqual({
      kind: 'refused',
      title: 'This customer may not be called',
      reasons: ['The number is on the do-not-call list.'],
    })
    const nowhere = { ...free, customerZones: [], movesTo: null, isWalled: true }
    expect(wishWords(nowhere, asked).title).toBe('The call would be held')
  })
})
