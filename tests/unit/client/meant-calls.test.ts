import { describe, expect, it } from 'vitest'
import { meantCalls } from '../../../src/client/features/calls/bulk/meant-calls.ts'
import { sampleCall } from '../../support/sample-call.ts'

const [ana, bo, cy] = ['ana', 'bo', 'cy'].map((id) => sampleCall({ id }))
if (!ana || !bo || !cy) throw new Error('Three calls are needed.')
const nothing = { selected: [], opened: null, atCursor: null, focusedId: null }

describe('the calls that a key is about', () => {
  it.each([
    ['none where no row was ever active', nothing, [], false],
    ['the row that has the focus', { ...nothing, atCursor: bo, focusedId: 'bo' }, ['bo'], true],
    ['the row that had it last, after a question', { ...nothing, atCursor: bo }, ['bo'], false],
    [
      'the opened call, whoever got its row',
      { ...nothing, opened: { id: 'ana', call: ana }, atCursor: bo },
      ['ana'],
      true,
    ],
    [
      'the opened call after a question, where the focus is on another row',
      { ...nothing, opened: { id: 'ana', call: ana }, atCursor: bo, focusedId: 'bo' },
      ['ana'],
      false,
    ],
    [
      'none while the opened call is not known yet',
      { ...nothing, opened: { id: 'ana', call: null }, atCursor: bo, focusedId: 'bo' },
      [],
      false,
    ],
    [
      'the selected ones after a question',
      { ...nothing, selected: [ana, cy], atCursor: cy, focusedId: 'cy' },
      ['ana', 'cy'],
      false,
    ],
    [
      'the only selected one, on whose row the focus is',
      { ...nothing, selected: [cy], atCursor: cy, focusedId: 'cy' },
      ['cy'],
      true,
    ],
    [
      'the only selected one after a question, where another stands open',
      { ...nothing, selected: [cy], opened: { id: 'ana', call: ana }, focusedId: 'cy' },
      ['cy'],
      false,
    ],
  ])('are %s', (_name, there, ids, isPlain) => {
    const meant = meantCalls(there)
    expect(meant.calls.map(({ id }) => id)).toEqual(ids)
    expect(meant.isPlain).toBe(isPlain)
  })
})
