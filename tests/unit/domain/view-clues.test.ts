import { describe, expect, it } from 'vitest'
import { cluesIn, leadsToName } from '../../../src/server/domain/view-clues.ts'

const nuria = {
  names: ['Núria Vidal'],
  codes: ['RO-48213', 'SF-142', '2026'],
  phoneNumbers: ['+14695550142'],
}
const view = (name: string, q?: string) => ({ tab: 'ready' as const, name, address: { q } })
/** By what a view leads to her alone, as far as names tell: `others` have none but these. */
const leads = (of: ReturnType<typeof view>, customer = nuria, others: string[] = []) =>
  cluesIn(of, customer).some(
    (clue) => clue.by === 'search' || !others.some((name) => leadsToName(clue, name)),
  )

describe('what a view says of a customer', () => {
  it.each([
    'Nuria',
    'VIDAL',
    'Núria Vidal',
    'Vidal, Nuria',
    "Nuria Vidal's calls",
    'Nuria Vidal: retry',
    'Complaints (nuria vidal)',
    'Rung 469-555-0142 on 20 Nov',
    '2026-11-20: +1 (469) 555-0142, 3 times',
    'Ring 555 0142',
    'Ring 0014695550142',
    'Order RO-48213 is late',
    'sf-142',
    '2026',
  ])('is found in the name "%s" of a view', (name) => expect(leads(view(name))).toBe(true))

  it.each(['Vid', 'Nur', 'Late', 'Nuria retry', '0142', 'Rung 555 in 2026', 'Of 2026', '142', '!'])(
    'is not found in the name "%s" of a view',
    (name) => expect(cluesIn(view(name), nuria)).toEqual([]),
  )

  it.each(['vid', 'NÚRIA V', '0142', '(469) 555', '+1469', '48213', 'f-1', 'Nuria Vidal, retry'])(
    'is found in the search "%s"',
    (q) => expect(leads(view('x', q))).toBe(true),
  )

  it('is not found in a search for somebody else', () => {
    for (const q of ['Tom', '0143', 'SF-143', 'nuria retry']) {
      expect(cluesIn(view('x', q), nuria)).toEqual([])
    }
  })

  it.each([
    ['Fleet', 'Tom Fleetwood'],
    ['Late', 'Ann Slater'],
    ['New', 'Joe Newman'],
    ['Call', 'Bo Callahan'],
  ])('is not the name "%s" of a view within "%s"', (name, customerName) => {
    expect(cluesIn(view(name), { ...nuria, names: [customerName] })).toEqual([])
  })
})

describe('whom else a view may mean', () => {
  const ana = { names: ['Ana Ruiz'], codes: [], phoneNumbers: [] }

  it.each([
    ['Ruiz', ['Tom Ruiz']],
    ['Ana Ruiz', ['ana ruíz']],
    ['Complaints of Ana Ruiz', ['Ruiz, Ana']],
    ['Complaints of Ana Ruiz', ['complaints of ana ruiz']],
  ])('"%s" means %j as well', (name, others) => {
    expect(leads(view(name), ana)).toBe(true)
    expect(leads(view(name), ana, others)).toBe(false)
  })

  it.each([
    ['Complaints of Ana Ruiz', ['Ana', 'Tom Ruiz', 'Complaints']],
    ['Ana Ruiz', ['Ana Ruiz Soler']],
    ['Ana Ruiz and Tom Vidal', ['Tom Vidal']],
    ['Ruiz', ['Ruizdael']],
  ])('"%s" does not mean %j', (name, others) => {
    expect(leads(view(name), ana, others)).toBe(true)
  })

  it('tells one name alone from no longer one', () => {
    const onlyAna = { ...ana, names: ['Ana'] }
    expect(leads(view('Complaints of Ana'), onlyAna)).toBe(true)
    expect(leads(view('Complaints of Ana'), onlyAna, ['Ana Ruiz'])).toBe(false)
    expect(leads(view('x', 'Complaints of Ana'), onlyAna, ['Ana Ruiz'])).toBe(false)
  })
})
