import type { CallFilter, CallSort } from '../../../server/domain/call-filter.schema.ts'
import {
  callSortKeys,
  callSortWords,
  nobody,
  outcomeFilters,
  scoreFilters,
  statusFilters,
} from '../../../server/domain/call-filter-choices.ts'
import { callTabs } from '../../../server/domain/call-status.ts'
import {
  addressOf,
  either,
  exactText,
  localDate,
  oneOf,
  trimmedText,
  uuid,
  wholeNumber,
} from '../../lib/address.ts'
import { startOfDay } from '../../lib/start-of-day.ts'

const textOfOthers = exactText(1000)

/** How each part of the address of the calls page is read; every one may be absent. */
const parts = {
  tab: oneOf(callTabs),
  q: trimmedText(100),
  advisor: either(oneOf([nobody]), uuid),
  service: textOfOthers,
  /** Empty: not known. */
  make: textOfOthers,
  praised: textOfOthers,
  blamed: textOfOthers,
  tag: trimmedText(50),
  score: oneOf(scoreFilters),
  status: oneOf(statusFilters),
  outcome: oneOf(outcomeFilters),
  /** Whether another attempt will be made by itself. */
  next: oneOf(['yes', 'no']),
  /** Only what waits for a person. */
  held: oneOf(['yes']),
  tries: wholeNumber(1000),
  demo: oneOf(['no', 'only']),
  sample: oneOf(['no', 'only']),
  campaign: uuid,
  /** First and last local date, in the organization's zone. */
  from: localDate,
  to: localDate,
  /** First and last local date of the first try, and its hour. */
  triedFrom: localDate,
  triedTo: localDate,
  triedHour: wholeNumber(23),
  sort: oneOf(callSortWords),
  /** The call that is open beside the list. */
  call: uuid,
}

/** Reads what the address of the calls page holds. */
export const readCallsAddress = addressOf(parts)
export type CallsAddress = ReturnType<typeof readCallsAddress>

export const filterKeys = [
  'q',
  'advisor',
  'service',
  'make',
  'praised',
  'blamed',
  'tag',
  'score',
  'status',
  'outcome',
  'next',
  'held',
  'tries',
  'demo',
  'sample',
  'campaign',
  'from',
  'to',
  'triedFrom',
  'triedTo',
  'triedHour',
] as const satisfies readonly (keyof CallsAddress)[]
export type FilterChange = Partial<Pick<CallsAddress, (typeof filterKeys)[number]>>

export const countFilters = (address: CallsAddress) =>
  filterKeys.filter((key) => address[key] !== undefined).length

export const withoutFilters: FilterChange = Object.fromEntries(
  filterKeys.map((key) => [key, undefined]),
)

export function filterOf(address: CallsAddress, timeZone: string): CallFilter {
  const filter: CallFilter = {
    search: address.q,
    serviceAdvisorId: address.advisor,
    serviceType: address.service,
    vehicleMake: address.make,
    praised: address.praised,
    blamed: address.blamed,
    tag: address.tag,
    scoreBand: address.score,
    status: address.status,
    outcome: address.outcome,
    hasNextAttempt: address.next && address.next === 'yes',
    isHeld: address.held && true,
    attemptCount: address.tries,
    campaignId: address.campaign,
    isDemo: address.demo && address.demo === 'only',
    isSample: address.sample && address.sample === 'only',
    from: address.from && startOfDay(address.from, timeZone),
    to: address.to && startOfDay(address.to, timeZone, 1),
    firstTriedFrom: address.triedFrom && startOfDay(address.triedFrom, timeZone),
    firstTriedTo: address.triedTo && startOfDay(address.triedTo, timeZone, 1),
    firstTriedHour: address.triedHour,
    timeZone: address.triedHour === undefined ? undefined : timeZone,
  }
  // Absent and undefined would otherwise be two keys of the same list in the cache.
  return JSON.parse(JSON.stringify(filter))
}

export function sortOf(address: CallsAddress): CallSort | undefined {
  const key = callSortKeys.find((candidate) => address.sort?.startsWith(`${candidate}.`))
  if (!key) return undefined
  return { key, direction: address.sort?.endsWith('.asc') ? 'asc' : 'desc' }
}

/** A header clicked once sorts upwards, twice downwards, a third time gives the tab's own order. */
export function nextSort(
  current: CallSort | undefined,
  key: CallSort['key'],
): CallsAddress['sort'] {
  if (current?.key !== key) return `${key}.asc`
  return current.direction === 'asc' ? `${key}.desc` : undefined
}
