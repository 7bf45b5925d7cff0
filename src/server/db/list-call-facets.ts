import type { CallFacets } from '../domain/call-answers.schema.ts'
import type { Sight } from '../domain/rights.ts'
import { lowerCase } from './call-conditions.ts'
import { type DbSession, emptySql, type Sql, sql } from './client.ts'

/** More choices than anyone scrolls through. */
const mostChoices = 500

/**
 * The values that an organization's calls have in the columns by which a list is filtered; where
 * not all calls are in sight, those of the calls that are.
 */
export async function listCallFacets(
  session: DbSession,
  { organizationId, sight }: { organizationId: string; sight: Sight },
): Promise<CallFacets> {
  const id = sql`${organizationId}::uuid`
  const seen = (condition: Sql) => (sight === 'all' ? emptySql : sql`and ${condition}`)
  const visits = sql`(select "serviceRecordId" from "Call" where "organizationId" = ${id})`
  const advisors = sql`(
    select "serviceAdvisorId" from "ServiceRecord" where "organizationId" = ${id} and id in ${visits}
  )`
  const campaignsCalled = sql`(select "campaignId" from "Call" where "organizationId" = ${id})`
  const serviceAdvisors = await session.$queryRaw<{ id: string; name: string }[]>`
      select id, name from "ServiceAdvisor"
      where "organizationId" = ${id} ${seen(sql`id in ${advisors}`)}
      order by ${lowerCase(sql`name`)}, id limit ${mostChoices}`
  const serviceTypes = await session.$queryRaw<{ value: string }[]>`
      select value from (
        select distinct "serviceType" as value from "ServiceRecord"
        where "organizationId" = ${id} ${seen(sql`id in ${visits}`)}
      ) as found order by ${lowerCase(sql`value`)}, value limit ${mostChoices}`
  const tags = await session.$queryRaw<{ value: string }[]>`
      select value from (
        select distinct unnest(tags) as value from "Call" where "organizationId" = ${id}
      ) as found order by ${lowerCase(sql`value`)}, value limit ${mostChoices}`
  const campaigns = await session.$queryRaw<{ id: string; name: string }[]>`
      select id, name from "Campaign"
      where "organizationId" = ${id} ${seen(sql`id in ${campaignsCalled}`)}
      order by ${lowerCase(sql`name`)}, id limit ${mostChoices}`
  return {
    serviceAdvisors,
    serviceTypes: serviceTypes.map(({ value }) => value),
    tags: tags.map(({ value }) => value),
    campaigns,
  }
}
