import { expect, it } from 'vitest'
import {
  clashes,
  editBetween,
  type Feedback,
} from '../../../src/client/features/calls/detail/feedback-edit.ts'

const said: Feedback = {
  npsScore: 9,
  rating: 5,
  feedbackSummary: 'Delighted.',
  positiveMentions: ['Fast'],
  areasToImprove: [],
}

it('sends what was changed alone', () => {
  expect(editBetween(said, { ...said, positiveMentions: ['Fast'] })).toEqual({})
  expect(editBetween(said, { ...said, rating: null, areasToImprove: ['Parking'] })).toEqual({
    rating: null,
    areasToImprove: ['Parking'],
  })
})

it('clashes only where somebody else changed the same', () => {
  const theirs = { ...said, npsScore: 2 }
  expect(clashes({ rating: 4 }, said, theirs)).toBe(false)
  expect(clashes({ npsScore: 4 }, said, theirs)).toBe(true)
})
