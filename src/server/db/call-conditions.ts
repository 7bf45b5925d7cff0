import type { CallFilter } from '../domain/call-filter.schema.ts'
import { phoneDigitsIn } from '../domain/call-filter.ts'
import { nobody } from '../domain/call-filter-choices.ts'
import type { CallTab } from '../domain/call-status.ts'
import { foldSearch } from '../domain/fold-text.ts'
import { joinSql, type Sql, sql } from './client.ts'
import { isOfSample } from './invented-visits.ts'
import { isNewestAnswered } from './newest-answered.ts'

/**
 * A zone as PostgreSQL has to be told it: four names of the time zone database are abbreviations to
 * it, of one offset all year round.
 */
export const zoneName = (zone: Sql): Sql => sql`
  case upper(${zone}) when 'CET' then 'Europe/Paris' when 'MET' then 'Europe/Paris'
    when 'WET' then 'Europe/Lisbon' when 'EET' then 'Europe/Athens' else ${zone} end`

/** Lower case of every script, as JavaScript has it; the database's own locale may know only ASCII. */
export const lowerCase = (text: Sql): Sql => sql`lower(${text} collate "und-x-icu") collate "C"`

/**
 * The organization and its filter, but for the status, over `callSource`; picks what `matchesFilter`
 * picks.
 */
export function filterConditions(
  organizationId: string,
  { tab, filter }: { tab: CallTab; filter: CallFilter },
): Sql[] {
  const at = tab === 'ready' ? sql`c."dueAt"` : sql`c."endTime"`
  const { tag, campaignId, scoreBand, from, to, search, outcome, isDemo, attemptCount } = filter
  const conditions: Sql[] = [
    sql`c."organizationId" = ${organizationId}::uuid`,
    ...visitConditions(filter),
  ]
  if (tag !== undefined) conditions.push(sql`c.tags @> array[${tag}]::text[]`)
  if (campaignId !== undefined) conditions.push(sql`c."campaignId" = ${campaignId}::uuid`)
  if (scoreBand !== undefined) conditions.push(scoresOf[scoreBand])
  if (outcome === nobody) conditions.push(sql`c.outcome is null`)
  else if (outcome !== undefined) conditions.push(sql`c.outcome = ${outcome}`)
  if (isDemo !== undefined) conditions.push(sql`c."isDemo" = ${isDemo}`)
  if (filter.isSample !== undefined) conditions.push(sql`(${isOfSample}) = ${filter.isSample}`)
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
  if (search !== undefined) conditions.push(searchCondition(organizationId, search))
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
  if (praised !== undefined || blamed !== undefined) conditions.push(isNewestAnswered)
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

/** A position instead of a pattern: nothing that people type is a wildcard. */
export const isFoundIn = (foldedText: Sql, search: string): Sql =>
  sql`strpos(${foldedText}, ${foldSearch(search)}) > 0`

/** As `foldText` of the domain; to be asked of few rows. */
export const folded = (text: Sql): Sql => sql`ringback_fold(${text})`

function searchCondition(organizationId: string, search: string): Sql {
  const found = [
    isFoundIn(sql`c."searchText"`, search),
    isFoundIn(sql`s."searchText"`, search),
    // Once for all calls: there are few advisors.
    sql`s."serviceAdvisorId" = any(array(
      select a2.id from "ServiceAdvisor" a2
      where a2."organizationId" = ${organizationId}::uuid
        and ${isFoundIn(folded(sql`a2.name`), search)}))`,
  ]
  const digits = phoneDigitsIn(search)
  if (digits !== null) found.push(sql`strpos(c."phoneNumber", ${digits}) > 0`)
  return sql`(${joinSql(found, ' or ')})`
}
