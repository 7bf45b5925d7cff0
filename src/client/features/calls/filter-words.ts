import { outcomeWords } from '../../components/status-looks.ts'
import { formatDate, formatHour } from '../../lib/format-time.ts'
import type { CallsAddress, FilterChange } from './calls-address.ts'

/** A filter that has no field of its own: what it says, and the change that takes it away. */
export type WordedFilter = { words: string; without: FilterChange }

const dateText = (date: string) =>
  formatDate(`${date}T00:00:00Z`, { timeZone: 'UTC', zoneName: 'never' })

/** Such filters come with a link, as from the figures to their calls. */
export function wordedFilters(address: CallsAddress): WordedFilter[] {
  const { make, praised, blamed, outcome, next, tries, demo } = address
  const filters: (WordedFilter | false)[] = [
    make !== undefined && {
      words: make === '' ? 'Make not known' : `Make: ${make}`,
      without: { make: undefined },
    },
    praised !== undefined && { words: `Praised: ${praised}`, without: { praised: undefined } },
    blamed !== undefined && { words: `Blamed: ${blamed}`, without: { blamed: undefined } },
    outcome !== undefined && {
      words: `Ended: ${outcomeWords[outcome]}`,
      without: { outcome: undefined },
    },
    next !== undefined && {
      words: next === 'yes' ? 'Will be tried again' : 'Not tried again',
      without: { next: undefined },
    },
    tries !== undefined && {
      words: tries === 1 ? 'Tried once' : `Tried ${tries} times`,
      without: { tries: undefined },
    },
    ...firstTryFilter(address),
    demo !== undefined && {
      words: demo === 'no' ? 'Without demo calls' : 'Demo calls only',
      without: { demo: undefined },
    },
  ]
  return filters.filter((filter) => filter !== false)
}

function firstTryFilter({ triedFrom, triedTo, triedHour }: CallsAddress): WordedFilter[] {
  if (triedFrom === undefined && triedTo === undefined && triedHour === undefined) return []
  const words = [
    'First tried',
    triedHour !== undefined && `${formatHour(triedHour)} to ${formatHour(triedHour + 1)},`,
    triedFrom !== undefined && `from ${dateText(triedFrom)}`,
    triedTo !== undefined && `until ${dateText(triedTo)}`,
  ].filter((word) => word !== false)
  return [
    {
      words: words.join(' '),
      without: { triedFrom: undefined, triedTo: undefined, triedHour: undefined },
    },
  ]
}
