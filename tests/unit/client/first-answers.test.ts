import { describe, expect, it } from 'vitest'
import { firstList, firstQuestions } from '../../../src/client/first-sight/first-questions.ts'
import { localDate, trimmedText, uuid } from '../../../src/client/lib/address.ts'

describe('the list that is asked for before the page is drawn', () => {
  it.each([
    ['/', '', 'ready'],
    ['/', '?tab=missed', 'missed'],
    ['/', '?tab=completed&call=0193c0de-0000-7000-8000-000000000001', 'completed'],
    ['/', '?tab=nonsense', undefined],
    ['/', '?tab=missed&q=robin', undefined],
    ['/cases', '', undefined],
  ])('of %s%s is %s', (pathname, search, tab) => {
    expect(firstList({ pathname, search })?.tab).toBe(tab)
  })
})

describe('the questions that are asked before the page is drawn', () => {
  const pathsOf = (pathname: string) =>
    firstQuestions({ pathname, search: '' }).map(({ path }) => path)
  const frame = ['scheduleConfig.pauseState', 'scheduleConfig.get', 'cases.summary']

  it('are those of the frame, and of the list where it is in sight', () => {
    expect(pathsOf('/cases')).toEqual(['account.status', 'organization.current', ...frame])
    expect(pathsOf('/')).toEqual([...pathsOf('/cases'), 'calls.list'])
  })

  it('are at a door no more than who is there', () => {
    expect(pathsOf('/sign-in')).toEqual(['account.status'])
  })
})

describe('a part of an address', () => {
  it.each([
    ['2026-02-28', '2026-02-28'],
    ['2026-02-30', undefined],
    ['1026-02-28', undefined],
    ['2026-2-28', undefined],
    [20260228, undefined],
  ])('is a date: %s', (given, read) => expect(localDate(given)).toBe(read))

  it.each([
    ['0193c0de-0000-7000-8000-000000000001', true],
    ['0193c0de-0000-7000-8000-00000000000', false],
    ['0193c0de-0000-0000-8000-000000000001', false],
  ])('is an id: %s', (given, isId) => expect(uuid(given) === given).toBe(isId))

  it.each([
    ['  vip ', 'vip'],
    [12, '12'],
    ['   ', undefined],
    ['too long', undefined],
    [true, undefined],
  ])('is a word of five letters at most: %s', (given, read) =>
    expect(trimmedText(5)(given)).toBe(read),
  )
})
