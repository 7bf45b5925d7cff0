import { zoneName } from './call-conditions.ts'
import { type DbTransaction, sql } from './client.ts'
import { isInvented } from './invented-visits.ts'

type Calls = { organizationId: string; callIds: readonly string[] }

/**
 * Keeps what statistics need of the calls' answers, on the day of the answer and without a call.
 * Answers of a sample are invented; only a demo counts them.
 */
export const keepAnswers = (
  tx: DbTransaction,
  { organizationId, callIds }: Calls,
): Promise<number> => tx.$executeRaw`
  insert into "ErasedAnswer" (id, "organizationId", "answeredOn", "serviceAdvisorId", "npsScore", rating)
  select gen_random_uuid(), c."organizationId",
    (coalesce(c."endTime", c."updatedAt") at time zone ${zoneName(sql`o."timeZone"`)})::date,
    s."serviceAdvisorId", c."npsScore", c.rating
  from "Call" c
  join "Organization" o on o.id = c."organizationId"
  join "ServiceRecord" s on s."organizationId" = c."organizationId" and s.id = c."serviceRecordId"
  where c."organizationId" = ${organizationId}::uuid and c.id = any(${[...callIds]}::uuid[])
    and not c."isDemo" and not ${isInvented}
    and (c."npsScore" is not null or c.rating is not null)`

/**
 * Notes the files of the calls' recordings for removal and answers how many. Recordings that come
 * with the product belong to nobody, and a file that another call still plays stays.
 */
export const noteFilesToRemove = (
  tx: DbTransaction,
  { organizationId, callIds, now }: Calls & { now: Date },
): Promise<number> => tx.$executeRaw`
  insert into "ErasedFile" (id, "organizationId", "storageKey", "createdAt")
  select gen_random_uuid(), ${organizationId}::uuid, f."storageKey", ${now}
  from "AudioFile" f
  where f."organizationId" = ${organizationId}::uuid and f."callId" = any(${[...callIds]}::uuid[])
    and f."storageKey" not like 'bundled/%'
    and not exists (select 1 from "AudioFile" other
      where other."organizationId" = f."organizationId" and other."storageKey" = f."storageKey"
        and other."callId" <> all(${[...callIds]}::uuid[]))
  group by f."storageKey"
  on conflict ("organizationId", "storageKey") do nothing`
