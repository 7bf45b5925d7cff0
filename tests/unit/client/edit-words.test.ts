import { expect, it } from 'vitest'
import {
  deedWords,
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
  expect(editedFields(edit)).toEqual(['Notes: – → Prefers mornings', 'Tags: price → price, loud'])
  expect(editedFields({ ...edit, before: null, after: null })).toEqual([])
})

it('has words for all that can be done to a call that is still there', () => {
  const deeds = auditActions.filter(
    (action) => /^(demo_)?call\./.test(action) && action !== 'call.deleted',
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
