import type { CallFilter } from '../domain/call-filter.schema.ts'
import { phoneDigitsIn } from '../domain/call-filter.ts'
import { nobody } from '../domain/call-filter-choices.ts'
import type { CallTab } from '../domain/call-status.ts'
import { joinSql, type Sql, sql } from './client.ts'

/**
 * A zone as PostgreSQL has to be told it: four names of the time zone database are abbreviations to
 * it, of one offset all year round.
 */
export const zoneName = (zone: Sql): Sql => sql`
  case upper(${zone}) when 'CET' then 'Europe/Paris' when 'MET' then 'Europe/Paris'
    when 'WET' then 'Europe/Lisbon' when 'EET' then 'Europe/Athens' else ${zone} end`

/** Lower case of every script, as JavaScript has it; the database's own locale may know only ASCII. */
export const lowerCase = (text: Sql): Sql => sql`lower(${text} collate "und-x-icu") collate "C"`

/** A filter, but for its status, over `callSource`; picks what `matchesFilter` picks. */
export function filterConditions(filter: CallFilter, tab: CallTab): Sql[] {
  const at = tab === 'ready' ? sql`c."dueAt"` : sql`c."endTime"`
  const { tag, campaignId, scoreBand, from, to, search, outcome, isDemo, attemptCount } = filter
  const conditions: Sql[] = visitConditions(filter)
  if (tag !== undefined) conditions.push(sql`c.tags @> array[${tag}]::text[]`)
  if (campaignId !== undefined) conditions.push(sql`c."campaignId" = ${campaignId}::uuid`)
  if (scoreBand !== undefined) conditions.push(scoresOf[scoreBand])
  if (outcome !== undefined) conditions.push(sql`c.outcome = ${outcome}`)
  if (isDemo !== undefined) conditions.push(sql`c."isDemo" = ${isDemo}`)
  if (attemptCount !== undefined) conditions.push(sql`c."attemptCount" = ${attemptCount}`)
  if (filter.hasNextAttempt !== undefined) {
    conditions.push(filter.hasNextAttempt ? sql`c."dueAt" is not null` : sql`c."dueAt" is null`)
  }
  if (filter.isHeld !== undefined) {
    conditions.push(filter.isHeld ? sql`c."heldReason" is not null` : sql`c."heldReason" is null`)
  }
  if (from !== undefined) conditions.push(sql`${at} >= ${new Date(from)}`)
  if (to !== undefined) conditions.push(sql`${at} < ${new Date(to)}`)
  const tried = firstTryConditions(filter)
  if (tried.length > 0) conditions.push(hasFirstTry(tried))
  if (search !== undefined) conditions.push(searchCondition(search))
  return conditions
}

/** What a filter wants of the visit that the call asks about. */
function visitConditions(filter: CallFilter): Sql[] {
  const { serviceAdvisorId, serviceType, vehicleMake, praised, blamed } = filter
  const conditions: Sql[] = []
  if (serviceAdvisorId === nobody) conditions.push(sql`s."serviceAdvisorId" is null`)
  else if (serviceAdvisorId !== undefined) {
    conditions.push(sql`s."serviceAdvisorId" = ${serviceAdvisorId}::uuid`)
  }
  if (serviceType !== undefined) conditions.push(sql`s."serviceType" = ${serviceType}`)
  if (vehicleMake !== undefined) conditions.push(sql`${makeOfVisit} = ${vehicleMake}`)
  if (praised !== undefined) conditions.push(sql`s."positiveMentions" @> array[${praised}]::text[]`)
  if (blamed !== undefined) conditions.push(sql`s."areasToImprove" @> array[${blamed}]::text[]`)
  return conditions
}

/** The make of the vehicle of the record `s`; empty where it is not known. */
export const makeOfVisit: Sql = sql`coalesce(s."vehicleInfo" ->> 'make', '')`

/** The hour of an instant on a wall clock. */
export const hourAt = (instant: Sql, timeZone: string): Sql =>
  sql`extract(hour from ${instant} at time zone ${zoneName(sql`${timeZone}::text`)})::int`

function firstTryConditions(filter: CallFilter): Sql[] {
  const { firstTriedFrom, firstTriedTo, firstTriedHour, timeZone = 'UTC' } = filter
  const conditions: Sql[] = []
  if (firstTriedFrom !== undefined) {
    conditions.push(sql`t."requestedAt" >= ${new Date(firstTriedFrom)}`)
  }
  if (firstTriedTo !== undefined) conditions.push(sql`t."requestedAt" < ${new Date(firstTriedTo)}`)
  if (firstTriedHour !== undefined) {
    conditions.push(sql`${hourAt(sql`t."requestedAt"`, timeZone)} = ${firstTriedHour}::int`)
  }
  return conditions
}

const hasFirstTry = (conditions: readonly Sql[]): Sql => sql`exists (
  select from "CallAttempt" t
  where t."organizationId" = c."organizationId" and t."callId" = c.id and t.number = 1
    and ${joinSql([...conditions], ' and ')})`

const scoresOf = {
  promoter: sql`c."npsScore" >= 9`,
  passive: sql`c."npsScore" between 7 and 8`,
  detractor: sql`c."npsScore" <= 6`,
  any: sql`c."npsScore" is not null`,
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
