import type { CallFilter } from '../domain/call-filter.schema.ts'
import { phoneDigitsIn } from '../domain/call-filter.ts'
import type { CallTab } from '../domain/call-status.ts'
import { type Sql, sql } from './client.ts'

/** Lower case of every script, as JavaScript has it; the database's own locale may know only ASCII. */
export const lowerCase = (text: Sql): Sql => sql`lower(${text} collate "und-x-icu") collate "C"`

/** A filter, but for its status, over `callSource`; picks what `matchesFilter` picks. */
export function filterConditions(filter: CallFilter, tab: CallTab): Sql[] {
  const at = tab === 'ready' ? sql`c."dueAt"` : sql`c."endTime"`
  const { serviceAdvisorId, serviceType, tag, campaignId, scoreBand, from, to, search } = filter
  const conditions: Sql[] = []
  if (serviceAdvisorId !== undefined) {
    conditions.push(sql`s."serviceAdvisorId" = ${serviceAdvisorId}::uuid`)
  }
  if (serviceType !== undefined) conditions.push(sql`s."serviceType" = ${serviceType}`)
  if (tag !== undefined) conditions.push(sql`c.tags @> array[${tag}]::text[]`)
  if (campaignId !== undefined) conditions.push(sql`c."campaignId" = ${campaignId}::uuid`)
  if (scoreBand !== undefined) conditions.push(scoresOf[scoreBand])
  if (from !== undefined) conditions.push(sql`${at} >= ${new Date(from)}`)
  if (to !== undefined) conditions.push(sql`${at} < ${new Date(to)}`)
  if (search !== undefined) conditions.push(searchCondition(search))
  return conditions
}

const scoresOf = {
  promoter: sql`c."npsScore" >= 9`,
  passive: sql`c."npsScore" between 7 and 8`,
  detractor: sql`c."npsScore" <= 6`,
}

/**
 * A position instead of a pattern: nothing that people type is a wildcard. All texts are lowered
 * at once, which is most of the cost, and kept apart by a character that nobody types.
 */
function searchCondition(search: string): Sql {
  const texts = sql`concat_ws(chr(31), c."customerName", c."phoneNumber", s."externalId",
    s."vehicleInfo" ->> 'vehicleNumber', a.name, array_to_string(c.tags, chr(31)))`
  const found = sql`strpos(${lowerCase(texts)}, ${search.toLowerCase()}) > 0`
  const digits = phoneDigitsIn(search)
  return digits === null ? found : sql`(${found} or strpos(c."phoneNumber", ${digits}) > 0)`
}
