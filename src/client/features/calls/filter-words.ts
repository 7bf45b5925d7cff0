import { nobody } from '../../../server/domain/call-filter-choices.ts'
import { outcomeWords } from '../../components/status-looks.ts'
import { plural, t } from '../../i18n/t.ts'
import { formatDate, formatHour } from '../../lib/format-time.ts'
import type { CallsAddress, FilterChange } from './calls-address.ts'

/** A filter that has no field of its own: what it says, and the change that takes it away. */
export type WordedFilter = { words: string; without: FilterChange }

const dateText = (date: string) =>
  formatDate(`${date}T00:00:00Z`, { timeZone: 'UTC', zoneName: 'never' })

/** Such filters come with a link, as from the figures to their calls. */
export function wordedFilters(address: CallsAddress): WordedFilter[] {
  const { make, praised, blamed, outcome, next, tries, demo, sample } = address
  const filters: (WordedFilter | false)[] = [
    make !== undefined && {
      words: make === '' ? t('Make not known') : t('Make: {make}', { make }),
      without: { make: undefined },
    },
    praised !== undefined && {
      words: t('Praised: {praised}', { praised }),
      without: { praised: undefined },
    },
    blamed !== undefined && {
      words: t('Blamed: {blamed}', { blamed }),
      without: { blamed: undefined },
    },
    outcome !== undefined && {
      words:
        outcome === nobody
          ? t('Not known how it ended')
          : t('Ended: {outcome}', { outcome: outcomeWords[outcome] }),
      without: { outcome: undefined },
    },
    next !== undefined && {
      words: next === 'yes' ? t('Will be tried again') : t('Not tried again'),
      without: { next: undefined },
    },
    tries !== undefined && {
      words: plural(tries, 'Tried once', 'Tried {n} times'),
      without: { tries: undefined },
    },
    ...firstTryFilter(address),
    demo !== undefined && {
      words: demo === 'no' ? t('Without demo calls') : t('Demo calls only'),
      without: { demo: undefined },
    },
    sample !== undefined && {
      words: sample === 'no' ? t('Without sample calls') : t('Sample calls only'),
      without: { sample: undefined },
    },
  ]
  return filters.filter((filter) => filter !== false)
}

function firstTryFilter({ triedFrom, triedTo, triedHour }: CallsAddress): WordedFilter[] {
  if (triedFrom === undefined && triedTo === undefined && triedHour === undefined) return []
  const words = [
    t('First tried'),
    triedHour !== undefined &&
      t('{start} to {end},', { start: formatHour(triedHour), end: formatHour(triedHour + 1) }),
    triedFrom !== undefined && t('from {date}', { date: dateText(triedFrom) }),
    triedTo !== undefined && t('until {date}', { date: dateText(triedTo) }),
  ].filter((word) => word !== false)
  return [
    {
      words: words.join(' '),
      without: { triedFrom: undefined, triedTo: undefined, triedHour: undefined },
    },
  ]
}
