import { Temporal } from 'temporal-polyfill'
import type { Call } from './call.schema.ts'
import type { CallFilter, CallSort, CallSortKey } from './call-filter.schema.ts'
import { type CallStatus, type CallTab, isLive, statusesOfTab } from './call-status.ts'
import { scoreBand } from './nps.ts'

/** A list of calls as it was asked for, whatever page of it. */
export type CallListQuery = { tab: CallTab; filter: CallFilter; sort?: CallSort }

/**
 * What a free-text search looks into; a call matches when one of these contains the search text.
 * SQL lists in `db/` must look into the same.
 */
export const searchedTexts = (call: Call): readonly (string | null)[] => [
  call.customerName,
  call.phoneNumber,
  call.externalId,
  call.vehicleInfo.vehicleNumber,
  call.serviceAdvisorName,
  ...call.tags,
]

/** The digits of a search that reads like a telephone number, however it is grouped; else null. */
export function phoneDigitsIn(search: string): string | null {
  const digits = search.replace(/\D/g, '')
  return digits.length >= 3 && /^[\d\s()+./-]+$/.test(search) ? digits : null
}

/** The statuses that a list shows. Canceled calls have no tab, so that status replaces the tab's. */
export function statusesOf(query: Pick<CallListQuery, 'tab' | 'filter'>): readonly CallStatus[] {
  const { tab, filter } = query
  if (filter.status === undefined) return statusesOfTab[tab]
  if (filter.status === 'canceled') return ['canceled']
  return statusesOfTab[tab].filter((status) => status === filter.status)
}

/** The instant that a date range is about: what is still to come, or when it ended. */
export const dateOf = (call: Call, tab: CallTab): string | null =>
  tab === 'ready' ? call.dueAt : call.endTime

/** Says whether a call belongs to a list, exactly as the list's SQL would. */
export function matchesFilter(call: Call, query: Pick<CallListQuery, 'tab' | 'filter'>): boolean {
  const { tab, filter } = query
  return (
    statusesOf(query).includes(call.status) &&
    isSameOrAny(filter.serviceAdvisorId, call.serviceAdvisorId) &&
    isSameOrAny(filter.serviceType, call.serviceType) &&
    isSameOrAny(filter.campaignId, call.campaignId) &&
    (filter.tag === undefined || call.tags.includes(filter.tag)) &&
    (filter.scoreBand === undefined ||
      (call.npsScore !== null && scoreBand(call.npsScore) === filter.scoreBand)) &&
    isInRange(dateOf(call, tab), filter) &&
    (filter.search === undefined || isFound(call, filter.search))
  )
}

const isSameOrAny = (wanted: string | undefined, actual: string | null) =>
  wanted === undefined || wanted === actual

/** From the first instant on, and before the last. */
function isInRange(at: string | null, range: Pick<CallFilter, 'from' | 'to'>): boolean {
  if (range.from === undefined && range.to === undefined) return true
  if (at === null) return false
  return (
    (range.from === undefined || Temporal.Instant.compare(at, range.from) >= 0) &&
    (range.to === undefined || Temporal.Instant.compare(at, range.to) < 0)
  )
}

function isFound(call: Call, search: string): boolean {
  const digits = phoneDigitsIn(search)
  return (
    containsText(searchedTexts(call), search) ||
    (digits !== null && call.phoneNumber.includes(digits))
  )
}

function containsText(texts: readonly (string | null)[], search: string): boolean {
  const wanted = search.toLowerCase()
  return texts.some((text) => text?.toLowerCase().includes(wanted) ?? false)
}

/**
 * The order of a list, exactly as the list's SQL has it: negative when `a` comes first, never zero
 * for two different calls. Nulls come last in either direction; the id decides between equals, in
 * the direction of the key.
 */
export function compareCalls(a: Call, b: Call, query: Pick<CallListQuery, 'tab' | 'sort'>): number {
  const { tab, sort } = query
  if (sort !== undefined) {
    const read = sortValue[sort.key]
    return ordered(read(a), read(b), sort.direction) || ordered(a.id, b.id, sort.direction)
  }
  if (tab !== 'ready') {
    return ordered(a.endTime, b.endTime, 'desc') || ordered(a.id, b.id, 'desc')
  }
  const aIsLive = isLive(a.status)
  if (aIsLive !== isLive(b.status)) return aIsLive ? -1 : 1
  const byTime = aIsLive
    ? ordered(a.startTime, b.startTime, 'asc')
    : ordered(a.dueAt, b.dueAt, 'asc')
  return byTime || ordered(a.id, b.id, 'asc')
}

// A call's instants are always in UTC with milliseconds, so their text sorts as time does.
const sortValue: Record<CallSortKey, (call: Call) => string | number | null> = {
  dueAt: (call) => call.dueAt,
  endTime: (call) => call.endTime,
  customerName: (call) => call.customerName.toLowerCase(),
  serviceAdvisorName: (call) => call.serviceAdvisorName?.toLowerCase() ?? null,
  npsScore: (call) => call.npsScore,
  rating: (call) => call.rating,
}

function ordered(
  a: string | number | null,
  b: string | number | null,
  direction: 'asc' | 'desc',
): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : byCodePoint(`${a}`, `${b}`)
  return direction === 'asc' ? order : -order
}

/** PostgreSQL's collation "C". `<` on strings would put emoji before U+E000 to U+FFFF. */
function byCodePoint(a: string, b: string): number {
  const others = b[Symbol.iterator]()
  for (const one of a) {
    const other = others.next()
    if (other.done) return 1
    if (one !== other.value) return (one.codePointAt(0) ?? 0) - (other.value.codePointAt(0) ?? 0)
  }
  return others.next().done ? 0 : -1
}
