import { type BandCounts, noAnswers } from '../domain/nps.ts'
import type { CountedGroup } from '../domain/rank-groups.ts'
import { makeOfVisit, zoneName } from './call-conditions.ts'
import { type DbSession, joinSql, type Sql, sql } from './client.ts'
import { isNewestAnswered } from './newest-answered.ts'

/** An organization's calls that ended from one instant on and before another; no demo calls. */
export type EndedCalls = { organizationId: string; from: Date; to: Date }

export const endedCalls = ({ organizationId, from, to }: EndedCalls, statuses: readonly string[]) =>
  joinSql(
    [
      sql`c."organizationId" = ${organizationId}::uuid`,
      sql`c.status = any(${[...statuses]}::text[])`,
      sql`c."endTime" >= ${from} and c."endTime" < ${to}`,
      sql`not c."isDemo"`,
    ],
    ' and ',
  )

/** `from` and joins of completed calls with a score, with their visits. */
const answers = (calls: EndedCalls): Sql => sql`
  "Call" c
  join "ServiceRecord" s on s."organizationId" = c."organizationId" and s.id = c."serviceRecordId"
  where ${endedCalls(calls, ['completed'])} and c."npsScore" is not null`

const bands = sql`
  (count(*) filter (where c."npsScore" >= 9))::int as promoters,
  (count(*) filter (where c."npsScore" between 7 and 8))::int as passives,
  (count(*) filter (where c."npsScore" <= 6))::int as detractors`

/** The answers of each local day that has any, in order. */
export const countAnswersByDay = (
  session: DbSession,
  { timeZone, ...calls }: EndedCalls & { timeZone: string },
): Promise<(BandCounts & { date: string })[]> => session.$queryRaw`
  select (c."endTime" at time zone ${zoneName(sql`${timeZone}::text`)})::date::text as date, ${bands}
  from "Call" c
  where ${endedCalls(calls, ['completed'])} and c."npsScore" is not null
  group by 1 order by 1`

/** By service advisor, by type of service and by make, all from one walk over the answers. */
export async function countAnswersByGroup(session: DbSession, calls: EndedCalls) {
  const rows = await session.$queryRaw<(CountedGroup & { of: number })[]>`
    with answer as (
      select c."npsScore", s."serviceAdvisorId" as advisor, s."serviceType" as type,
        nullif(${makeOfVisit}, '') as make
      from ${answers(calls)}
    ), counted as (
      select grouping(advisor, type, make) as of, advisor, type, make, ${bands}
      from answer c group by grouping sets ((advisor), (type), (make))
    )
    select counted.of, coalesce(advisor::text, type, make) as key, coalesce(a.name, type, make) as name,
      promoters, passives, detractors
    from counted
    left join "ServiceAdvisor" a
      on a."organizationId" = ${calls.organizationId}::uuid and a.id = counted.advisor`
  // A bit for each column that is not grouped by.
  const groupsOf = (bits: number): CountedGroup[] =>
    rows.filter((row) => row.of === bits).map(({ of, ...group }) => group)
  return {
    byServiceAdvisor: groupsOf(0b011),
    byServiceType: groupsOf(0b101),
    byVehicleMake: groupsOf(0b110),
  }
}

/**
 * How many completed calls praise and blame what, the most frequent first. Of several about a visit,
 * only the newest tells it.
 */
export async function countMentions(session: DbSession, calls: EndedCalls) {
  const count = (mentions: Sql): Promise<{ text: string; calls: number }[]> => session.$queryRaw`
    select mention as text, count(*)::int as calls
    from "Call" c
    join "ServiceRecord" s on s."organizationId" = c."organizationId" and s.id = c."serviceRecordId"
    cross join lateral (select distinct unnest(${mentions}) as mention) mentioned
    where ${endedCalls(calls, ['completed'])} and ${isNewestAnswered}
    group by mention order by count(*) desc, mention collate "und-x-icu", mention`
  return {
    praised: await count(sql`s."positiveMentions"`),
    blamed: await count(sql`s."areasToImprove"`),
  }
}

/** Scores of customers who were erased, by the local day of their answer; both days included. */
export async function countErasedAnswers(
  session: DbSession,
  { organizationId, from, to }: { organizationId: string; from: string; to: string },
): Promise<BandCounts> {
  const [counts] = await session.$queryRaw<BandCounts[]>`
    select ${bands} from "ErasedAnswer" c
    where "organizationId" = ${organizationId}::uuid and "npsScore" is not null
      and "answeredOn" between ${from}::date and ${to}::date`
  return counts ?? noAnswers
}
