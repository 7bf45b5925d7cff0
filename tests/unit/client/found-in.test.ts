import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foundIn, foundInPhone } from '../../../src/client/features/calls/found-in.ts'
import { unseenFind } from '../../../src/client/features/calls/unseen-find.ts'
import type { Call } from '../../../src/server/domain/call.schema.ts'
import { matchesFilter, searchedTexts } from '../../../src/server/domain/call-filter.ts'
import { foldSearch, foldText } from '../../../src/server/domain/fold-text.ts'
import { randomRuns } from '../../support/random-runs.ts'
import { sampleCall } from '../../support/sample-call.ts'

describe('what a search found in a text', () => {
  it.each([
    ['Ana Ruiz', 'RUIZ', 'Ruiz'],
    ['ABC-1234', 'c-12', 'C-12'],
    ['Ana Ruiz', 'Bo', null],
    ['Ana Ruiz', ' ', null],
    ['Jürgen Müller', 'muller', 'Müller'],
    ['Jürgen Muller', 'Müller', 'Muller'],
    ['Ramón Núñez', 'nunez', 'Núñez'],
    ['Mu\u0308ller', 'MULLER', 'Mu\u0308ller'],
    ['Straße 7', 'strasse', 'Straße'],
    ['Strasse 7', 'Straße', 'Strasse'],
    ['Straße 7', 'se', 'ße'],
    ['Łukasz Søren', 'lukasz soren', 'Łukasz Søren'],
    ['İstanbul', 'istanbul', 'İstanbul'],
    ['Ana Ruiz', '\u0301', null],
  ])('%s, searched for %s: %s', (text, search, expected) => {
    const found = foundIn(text, search)
    expect(found && text.slice(found.from, found.to)).toBe(expected)
  })

  it.each([
    ['+1 469 555 0119', '4695550', '469 555 0'],
    ['+1 469 555 0119', '(469) 555', '469 555'],
    ['+49 30 1234', '93', '9 3'],
    ['+49 30 1234', '+493', '49 3'],
    ['+49 30 1234', '94', null],
  ])('%s as a number, searched for %s: %s', (text, search, expected) => {
    const found = foundInPhone(text, search)
    expect(found && text.slice(found.from, found.to)).toBe(expected)
  })
})

const letters = fc.constantFrom(...'aáÁńñßẞæøŁİıΣς 0-e\u0301\u05b0й각\u{1f697}SsK')
const texts = fc.oneof(
  fc.array(letters, { maxLength: 8 }).map((each) => each.join('')),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const calls: fc.Arbitrary<Call> = fc
  .record({ customerName: texts, externalId: texts, serviceAdvisorName: texts, tag: texts })
  .map(({ tag, ...words }) => sampleCall({ ...words, tags: [tag] }))

/** Mostly a piece of what is there. */
const searches = fc
  .tuple(calls, fc.nat(), fc.nat(), fc.nat({ max: 6 }), texts)
  .map(([call, which, at, length, other]) => {
    const all = searchedTexts(call)
    const text = all[which % all.length] ?? ''
    const from = at % (text.length + 1)
    return { call, search: text.slice(from, from + length).trim() || other.trim() || 'x' }
  })

it('is marked in at least one text of every call that was found, and is what was searched', () => {
  fc.assert(
    fc.property(searches, ({ call, search }) => {
      const marks = searchedTexts(call).flatMap((text) => {
        const found = text === null ? null : (foundIn(text, search) ?? foundInPhone(text, search))
        return found === null || text === null ? [] : [text.slice(found.from, found.to)]
      })
      const isFound = matchesFilter(call, { tab: 'ready', filter: { search } })
      if (isFound) expect(marks).not.toEqual([])
      for (const mark of marks) {
        expect(`${foldText(mark)} ${mark}`).toContain(foldSearch(search).replace(/^\+(?=\d+$)/, ''))
      }
    }),
    randomRuns(1000),
  )
})

describe('what a call was found by', () => {
  const call = sampleCall({ externalId: 'RO-77', tags: ['vip', 'recall'] })
  const shown = new Set(['customer', 'vehicle', 'phone'])
  it.each([
    ['ro-77', { label: 'Order', text: 'RO-77' }],
    ['recall', { label: 'Tag', text: 'recall' }],
    ['dana', { label: 'Service advisor', text: 'Dana Whitfield' }],
    ['diego', null],
    ['0119', null],
    ['nobody', null],
  ])('and is not shown: %s', (search, expected) => {
    const found = unseenFind(call, search, shown)
    expect(found && { label: found.label, text: found.text }).toEqual(expected)
  })

  it('is told of a demo call, whose order number is shown nowhere', () => {
    const shownInTable = new Set([...shown, 'order'])
    expect(unseenFind(call, 'ro-77', shownInTable)).toBeNull()
    expect(unseenFind({ ...call, isDemo: true }, 'ro-77', shownInTable)?.text).toBe('RO-77')
  })
})
