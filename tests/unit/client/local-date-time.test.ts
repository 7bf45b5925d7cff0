import { describe, expect, it } from 'vitest'
import { readLocalInput, toLocalInput } from '../../../src/client/features/calls/local-date-time.ts'

const zone = 'America/New_York'

describe('a local date and time in a form', () => {
  it('comes back as the instant that it showed', () => {
    const text = toLocalInput('2026-11-20T20:20:00.000Z', zone)
    const read = readLocalInput(text, zone)
    expect([text, read.ok && read.at.toString()]).toEqual([
      '2026-11-20T15:20',
      '2026-11-20T20:20:00Z',
    ])
  })

  it.each([
    ['skipped', '2026-03-08T02:30'],
    ['twice', '2026-11-01T01:30'],
  ])('is refused where clocks show it %s', (_, text) => {
    expect(readLocalInput(text, zone)).toEqual({
      ok: false,
      reason: 'Clocks change in this hour; choose another time.',
    })
  })

  it.each(['', '2026-11-20', 'soon'])('asks for both when given "%s"', (text) => {
    const read = readLocalInput(text, zone)
    expect(read.ok ? read.at.toString() : read.reason).toBe('Give a date and a time.')
  })
})
