import { expect, it } from 'vitest'
import {
  deedWords,
  editDeed,
  editedFields,
  unsavedWords,
} from '../../../src/client/features/calls/detail/edit-words.ts'
import { auditActions } from '../../../src/server/domain/audit.ts'

const edit = {
  id: '',
  createdAt: '',
  actorKind: 'user' as const,
  actorName: 'Robin',
  action: '',
  before: { notes: '', tags: ['price'], status: 'missed' },
  after: { notes: 'Prefers mornings', tags: ['price', 'loud'], status: 'ready' },
}

it('says of each field what it was and what it became, and leaves out what followed from it', () => {
  const expected = ['Notes: – → Prefers mornings', 'Tags: price → price, loud']
  expect(editedFields(edit, String)).toEqual(expected)
  expect(editedFields({ ...edit, before: null, after: null }, String)).toEqual([])
})

it('says until when a call may be placed as the facts of a call say it, on the clock of the page', () => {
  const before = { expiresAt: '2026-11-27T15:00:00Z', dueAt: null }
  const after = { expiresAt: '2026-11-29T15:00:00Z', dueAt: '2026-11-28T15:00:00Z' }
  expect(editedFields({ ...edit, before, after }, (at) => at.slice(5, 10))).toEqual([
    ...['Not later than: 11-27 → 11-29', 'Due: – → 11-28'],
  ])
})

it.each([
  [{ fileName: 'day.csv' }, 'corrected its visit with the file day.csv'],
  [{ undoneFileName: 'day.csv' }, 'undid the import of day.csv'],
  [{}, 'corrected its visit'],
])('names the file that corrected a call, and does not list it: %j', (file, deed) => {
  const corrected = { ...edit, action: 'call.reworded', before: {}, after: file }
  expect(editDeed(corrected)).toBe(deed)
  expect(editedFields(corrected, String)).toEqual([])
})

it.each([
  [{ serviceRecordId: 'id', externalId: 'RO-7' }, 'had it ask about the visit RO-7, too'],
  [{ serviceRecordId: 'id' }, 'had it ask about another visit, too'],
])('names the visit that joined a call, as long as it is there: %j', (after, deed) => {
  const joined = { ...edit, action: 'call.joined', before: null, after }
  expect(editDeed(joined)).toBe(deed)
  expect(editedFields(joined, String)).toEqual([])
})

it.each([
  [{ serviceRecordId: 'id', externalId: 'RO-7' }, 'took the visit RO-7 out of it'],
  [{ serviceRecordId: 'id' }, 'took a visit out of it'],
])('names the visit that left a call, as long as it is there: %j', (before, deed) => {
  const left = { ...edit, action: 'call.left', before, after: null }
  expect(editDeed(left)).toBe(deed)
  expect(editedFields(left, String)).toEqual([])
})

it('has words for all that can be done to a call that is still there', () => {
  const deeds = auditActions.filter(
    (action) => /^(demo_)?call\./.test(action) && !/(deleted|created)$/.test(action),
  )
  expect(deeds).toContain('call.restored')
  const nameOnly = deeds.filter((action) => deedWords(action) === action.replaceAll(/[._]/g, ' '))
  expect(nameOnly).toEqual([])
})

it('has words for what is done, and the name of what it does not know', () => {
  expect(deedWords('call.rescheduled')).toBe('rescheduled it')
  expect(deedWords('call.sent_elsewhere')).toBe('call sent elsewhere')
})

it.each([
  [{ notes: 'busy' }, 'Notes: busy'],
  [{ tags: ['price', 'loud'] }, 'Tags: price, loud'],
  [{ npsScore: 3, feedbackSummary: null }, 'NPS score: 3\nFeedback summary: –'],
])('gives back what could not be saved as it was written: %j', (wanted, words) => {
  expect(unsavedWords(wanted)).toBe(words)
})
