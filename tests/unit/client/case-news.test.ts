import { describe, expect, it } from 'vitest'
import { forWhom, mayChangeCases, newCases } from '../../../src/client/features/cases/case-news.ts'
import { spanWords } from '../../../src/client/lib/case-words.ts'
import type { Case } from '../../../src/server/domain/case.schema.ts'
import { sampleCall } from '../../support/sample-call.ts'

const opened = (id: string, openedAt: string, ownerId: string | null = null) =>
  ({ id, openedAt, ownerId }) as Case
const idsOf = (cases: readonly Case[]) => cases.map(({ id }) => id)

describe('what is announced', () => {
  const old = opened('old', '2026-11-20T09:00:00Z')
  const older = opened('older', '2026-11-20T08:00:00Z')

  it('is nothing that was open when the page came', () => {
    expect(newCases([old], null).news).toEqual([])
  })

  it('is a case that opens since, for me, for anyone or for somebody who may be away, and once', () => {
    const { known } = newCases([old], null)
    const mine = opened('mine', '2026-11-20T10:00:00Z', 'me')
    const theirs = opened('theirs', '2026-11-20T10:01:00Z', 'kim')
    const free = opened('free', '2026-11-20T10:02:00Z')
    const step = newCases([free, theirs, mine, old], known)
    expect(idsOf(step.news)).toEqual(['free', 'theirs', 'mine'])
    expect(newCases([free, theirs, mine], step.known).news).toEqual([])
  })

  it.each([
    ['me', 'me', 'reader'],
    ['me', 'kim', 'other'],
    ['me', null, 'anyone'],
    [null, null, 'anyone'],
    [null, 'kim', 'other'],
  ])('for %s, a case owned by %s is for: %s', (userId, ownerId, expected) => {
    expect(forWhom(opened('case', '2026-11-20T10:00:00Z', ownerId), userId)).toBe(expected)
  })

  it('is not an older one that only comes into sight because others closed', () => {
    const { known } = newCases([old], null)
    expect(newCases([older], known).news).toEqual([])
  })

  it('is the first one of all', () => {
    const { known } = newCases([], null)
    expect(idsOf(newCases([old], known).news)).toEqual(['old'])
  })

  it('is not one that comes overdue, as those of samples do', () => {
    const { known } = newCases([], null)
    const late = { ...old, isOverdue: true }
    expect(idsOf(newCases([late, older], known).news)).toEqual(['older'])
  })
})

describe('what the feed tells', () => {
  const none = { counts: { ready: 0, missed: 0, completed: 0 }, sentAt: '2026-11-20T09:00:00Z' }
  const changes = { type: 'changes' as const, calls: [], deleted: [], ...none }

  it('may change cases where a call has a score, is gone, or something may have been missed', () => {
    expect(mayChangeCases({ type: 'hello', recovered: true, ...none })).toBe(true)
    expect(mayChangeCases({ ...changes, deleted: [{ id: 'a', version: 2 }] })).toBe(true)
    expect(mayChangeCases({ ...changes, calls: [sampleCall({ npsScore: 9 })] })).toBe(true)
    expect(mayChangeCases({ ...changes, calls: [sampleCall({ npsScore: null })] })).toBe(false)
  })
})

it.each([
  [20_000, '1 min'],
  [59 * 60_000, '59 min'],
  [60 * 60_000, '1 h'],
  [320 * 60_000, '5 h 20 min'],
  [76 * 3_600_000, '3 days 4 h'],
])('%i ms are %s', (ms, words) => expect(spanWords(ms)).toBe(words))
