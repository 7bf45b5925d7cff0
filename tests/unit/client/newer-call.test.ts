import { expect, it } from 'vitest'
import { withAnswer } from '../../../src/client/lib/newer-call.ts'
import { sampleCall } from '../../support/sample-call.ts'

const detail = { transcript: null, attempts: [], customerZones: [], audioDurationMs: null }

it.each([
  ['is taken where it is newer', 4, 5, 'answered'],
  ['is left out where the feed told the same already', 5, 5, 'known'],
  ['is left out where the feed has gone on', 6, 5, 'known'],
])('an answer to a change %s', (_, known, answered, notes) => {
  const shown = { ...sampleCall({ version: known, notes: 'known' }), ...detail }
  const after = withAnswer(shown, sampleCall({ version: answered, notes: 'answered' }))
  expect(after).toMatchObject({ notes, version: Math.max(known, answered), attempts: [] })
})

it('makes no call of an answer alone, which lacks what only a detail has', () => {
  expect(withAnswer(undefined, sampleCall())).toBeUndefined()
})
