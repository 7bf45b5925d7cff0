import { z } from 'zod'
import { uuidSchema } from '../../../server/domain/call.schema.ts'
import {
  type CallFilter,
  type CallSort,
  callFilterSchema,
  callSortKeys,
  scoreBands,
} from '../../../server/domain/call-filter.schema.ts'
import { callStatuses, callTabs } from '../../../server/domain/call-status.ts'
import { startOfDay } from '../../lib/start-of-day.ts'

// An address is typed, mailed and cut short by people: whatever is wrong in it is left out, so that
// the rest still opens. Numbers arrive as numbers, since the router reads values as JSON.
const word = (maxLength: number) =>
  z
    .union([z.string(), z.number().transform(String)])
    .pipe(z.string().trim().min(1).max(maxLength))
    .optional()
    .catch(undefined)
const sortWords = callSortKeys.flatMap((key) => [`${key}.asc`, `${key}.desc`] as const)
const localDate = z.iso.date().optional().catch(undefined)

/** What the address of the calls page holds; every part may be absent. */
export const callsAddressSchema = z.object({
  tab: z.enum(callTabs).optional().catch(undefined),
  q: word(100),
  advisor: uuidSchema.optional().catch(undefined),
  service: word(100),
  tag: word(50),
  score: z.enum(scoreBands).optional().catch(undefined),
  status: z.enum(callStatuses).optional().catch(undefined),
  campaign: uuidSchema.optional().catch(undefined),
  /** First and last local date, in the organization's zone. */
  from: localDate,
  to: localDate,
  sort: z.enum(sortWords).optional().catch(undefined),
  /** The call that is open beside the list. */
  call: uuidSchema.optional().catch(undefined),
})
export type CallsAddress = z.output<typeof callsAddressSchema>

export const filterKeys = [
  'q',
  'advisor',
  'service',
  'tag',
  'score',
  'status',
  'campaign',
  'from',
  'to',
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
    tag: address.tag,
    scoreBand: address.score,
    status: address.status,
    campaignId: address.campaign,
    from: address.from && startOfDay(address.from, timeZone),
    to: address.to && startOfDay(address.to, timeZone, 1),
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
