import { Temporal } from 'temporal-polyfill'
import type { Call } from './call.schema.ts'
import type { CallFilter, CallSort } from './call-filter.schema.ts'
import { type CallSortKey, nobody } from './call-filter-choices.ts'
import {
  type CallStatus,
  type CallTab,
  callStatuses,
  endedStatuses,
  isLive,
  statusesOfTab,
} from './call-status.ts'
import { foldSearch, foldText } from './fold-text.ts'
import { localTimeAt } from './local-time.ts'
import { scoreBand } from './nps.ts'

/** A list of calls as it was asked for, whatever page of it. */
export type CallListQuery = { tab: CallTab; filter: CallFilter; sort?: CallSort }

/**
 * What a free-text search looks into; a call matches when one of these contains the search text,
 * whatever its accents and capitals. The columns `searchText` hold the same.
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

/**
 * The statuses that a list shows. Canceled calls have no tab, so that status replaces the tab's; so
 * do `ended` and `any`.
 */
export function statusesOf(query: Pick<CallListQuery, 'tab' | 'filter'>): readonly CallStatus[] {
  const { tab, filter } = query
  if (filter.status === undefined) return statusesOfTab[tab]
  if (filter.status === 'any') return callStatuses
  if (filter.status === 'ended') return endedStatuses
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
    isOfVisit(call, filter) &&
    isSameOrAny(filter.campaignId, call.campaignId) &&
    isSameOrAny(filter.outcome === nobody ? null : filter.outcome, call.outcome) &&
    isSameOrAny(filter.isDemo, call.isDemo) &&
    isSameOrAny(filter.isSample, call.isSample) &&
    isSameOrAny(filter.attemptCount, call.attemptCount) &&
    isSameOrAny(filter.hasNextAttempt, call.dueAt !== null) &&
    isSameOrAny(filter.isHeld, call.heldReason !== null) &&
    (filter.tag === undefined || call.tags.includes(filter.tag)) &&
    isScored(call.npsScore, filter.scoreBand) &&
    isInRange(dateOf(call, tab), filter) &&
    isFirstTried(call.firstTriedAt, filter) &&
    (filter.search === undefined || isFound(call, filter.search))
  )
}

function isOfVisit(call: Call, filter: CallFilter): boolean {
  const { serviceAdvisorId: advisor, praised, blamed } = filter
  return (
    isSameOrAny(advisor === nobody ? null : advisor, call.serviceAdvisorId) &&
    isSameOrAny(filter.serviceType, call.serviceType) &&
    isSameOrAny(filter.vehicleMake, call.vehicleInfo.make ?? '') &&
    (praised === undefined || tells(call, call.positiveMentions, praised)) &&
    (blamed === undefined || tells(call, call.areasToImprove, blamed))
  )
}

/** What a visit's calls brought is told by the newest of them alone. */
const tells = (call: Call, mentions: readonly string[], wanted: string) =>
  call.isNewestAnswered && mentions.includes(wanted)

const isSameOrAny = <Value>(wanted: Value | undefined, actual: Value | null) =>
  wanted === undefined || wanted === actual

function isScored(npsScore: number | null, wanted: CallFilter['scoreBand']): boolean {
  if (wanted === undefined) return true
  return npsScore !== null && (wanted === 'any' || scoreBand(npsScore) === wanted)
}

function isFirstTried(at: string | null, filter: CallFilter): boolean {
  const { firstTriedFrom: from, firstTriedTo: to, firstTriedHour: hour } = filter
  if (!isInRange(at, { from, to })) return false
  if (hour === undefined) return true
  if (at === null) return false
  const instantMs = Temporal.Instant.from(at).epochMilliseconds
  return Number(localTimeAt(filter.timeZone ?? 'UTC', instantMs).slice(0, 2)) === hour
}

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
  const wanted = foldSearch(search)
  return texts.some((text) => text !== null && foldText(text).includes(wanted))
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
