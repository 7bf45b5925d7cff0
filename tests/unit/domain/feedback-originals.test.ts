import { expect, it } from 'vitest'
import { originalsOf } from '../../../src/server/domain/feedback-originals.ts'

const edit = (actorName: string, before: object | null, after: object | null) => ({
  createdAt: '2026-11-20T22:30:00.000Z',
  actorName,
  before: before && { ...before },
  after: after && { ...after },
})

const asLeft = {
  npsScore: null,
  rating: null,
  feedbackSummary: null,
  positiveMentions: [],
  areasToImprove: [],
}

it('tells the first value of a field and who changed it last', () => {
  const edits = [
    edit('Robin', { npsScore: 9, notes: null }, { npsScore: 3, notes: 'Loud' }),
    edit('Kim', { npsScore: 3 }, { npsScore: 2 }),
  ]
  expect(originalsOf(edits, { ...asLeft, npsScore: 2 })).toEqual([
    { field: 'npsScore', value: 9, changedBy: 'Kim', changedAt: '2026-11-20T22:30:00.000Z' },
  ])
})

it('tells none of a field that stands as at first, that was erased, or that is no feedback', () => {
  const backAgain = [
    edit('Robin', { rating: 5 }, { rating: 1 }),
    edit('Kim', { rating: 1 }, { rating: 5 }),
  ]
  expect(originalsOf(backAgain, { ...asLeft, rating: 5 })).toEqual([])
  expect(originalsOf([edit('Robin', null, null)], asLeft)).toEqual([])
  expect(originalsOf([edit('Robin', { tags: [] }, { tags: ['loud'] })], asLeft)).toEqual([])
})

it('forgets what an earlier conversation brought once a later one has answered', () => {
  const first = edit('Robin', { npsScore: 9 }, { npsScore: 3 })
  expect(originalsOf([first], { ...asLeft, npsScore: 7 })).toEqual([])
  const second = edit('Kim', { npsScore: 7 }, { npsScore: 5 })
  const third = edit('Ada', { npsScore: 5 }, { npsScore: 4 })
  expect(originalsOf([first, second, third], { ...asLeft, npsScore: 4 })).toMatchObject([
    { field: 'npsScore', value: 7, changedBy: 'Ada' },
  ])
})
