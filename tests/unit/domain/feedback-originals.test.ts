import { expect, it } from 'vitest'
import { originalsOf } from '../../../src/server/domain/feedback-originals.ts'

const edit = (actorName: string, before: object | null, after: object | null) => ({
  ...{ createdAt: '2026-11-20T22:30:00.000Z', actorName },
  before: before && { ...before },
  after: after && { ...after },
})

it('tells the first value of a field and who changed it last', () => {
  const edits = [
    edit('Robin', { npsScore: 9, notes: null }, { npsScore: 3, notes: 'Loud' }),
    edit('Kim', { npsScore: 3 }, { npsScore: 2 }),
  ]
  expect(originalsOf(edits)).toEqual([
    { field: 'npsScore', value: 9, changedBy: 'Kim', changedAt: '2026-11-20T22:30:00.000Z' },
  ])
})

it('tells none of a field that stands as at first, that was erased, or that is no feedback', () => {
  const backAgain = [
    edit('Robin', { rating: 5 }, { rating: 1 }),
    edit('Kim', { rating: 1 }, { rating: 5 }),
  ]
  expect(originalsOf(backAgain)).toEqual([])
  expect(originalsOf([edit('Robin', null, null)])).toEqual([])
  expect(originalsOf([edit('Robin', { tags: [] }, { tags: ['loud'] })])).toEqual([])
})
