import { z } from 'zod'
import { uuidSchema } from '../../../server/domain/call.schema.ts'
import {
  type CallFilter,
  type CallSort,
  callFilterSchema,
  callSortKeys,
  nobody,
  scoreFilters,
  statusFilters,
} from '../../../server/domain/call-filter.schema.ts'
import { callOutcomes, callTabs } from '../../../server/domain/call-status.ts'
import { startOfDay } from '../../lib/start-of-day.ts'

// An address is typed, mailed and cut short by people: whatever is wrong in it is left out, so that
// the rest still opens. Numbers arrive as numbers, since the router reads values as JSON.
const word = (maxLength: number) =>
  z
    .union([z.string(), z.number().transform(String)])
    .pipe(z.string().trim().min(1).max(maxLength))
    .optional()
    .catch(undefined)
/** Words of others, which have to stay as they are. */
const exactWord = z
  .union([z.string(), z.number().transform(String)])
  .pipe(z.string().max(1000))
  .optional()
  .catch(undefined)
const wholeNumber = (most: number) => z.number().int().min(0).max(most).optional().catch(undefined)
const sortWords = callSortKeys.flatMap((key) => [`${key}.asc`, `${key}.desc`] as const)
const localDate = z.iso.date().optional().catch(undefined)

/** What the address of the calls page holds; every part may be absent. */
export const callsAddressSchema = z.object({
  tab: z.enum(callTabs).optional().catch(undefined),
  q: word(100),
  advisor: uuidSchema.or(z.literal(nobody)).optional().catch(undefined),
  service: exactWord,
  /** Empty: not known. */
  make: exactWord,
  praised: exactWord,
  blamed: exactWord,
  tag: word(50),
  score: z.enum(scoreFilters).optional().catch(undefined),
  status: z.enum(statusFilters).optional().catch(undefined),
  outcome: z.enum(callOutcomes).optional().catch(undefined),
  /** Whether another attempt will be made by itself. */
  next: z.enum(['yes', 'no']).optional().catch(undefined),
  /** Only what waits for a person. */
  held: z.literal('yes').optional().catch(undefined),
  tries: wholeNumber(1000),
  demo: z.enum(['no', 'only']).optional().catch(undefined),
  campaign: uuidSchema.optional().catch(undefined),
  /** First and last local date, in the organization's zone. */
  from: localDate,
  to: localDate,
  /** First and last local date of the first try, and its hour. */
  triedFrom: localDate,
  triedTo: localDate,
  triedHour: wholeNumber(23),
  sort: z.enum(sortWords).optional().catch(undefined),
  /** The call that is open beside the list. */
  call: uuidSchema.optional().catch(undefined),
})
export type CallsAddress = z.output<typeof callsAddressSchema>

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
    from: address.from && startOfDay(address.from, timeZone),
    to: address.to && startOfDay(address.to, timeZone, 1),
    firstTriedFrom: address.triedFrom && startOfDay(address.triedFrom, timeZone),
    firstTriedTo: address.triedTo && startOfDay(address.triedTo, timeZone, 1),
    firstTriedHour: address.triedHour,
    timeZone: address.triedHour === undefined ? undefined : timeZone,
  }
  // Absent and undefined would otherwise be two keys of the same list in the cache.
  return callFilterSchema.parse(JSON.parse(JSON.stringify(filter)))
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
