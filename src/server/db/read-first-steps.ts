import type { FirstSteps } from '../domain/first-steps.schema.ts'
import type { DbSession } from './client.ts'

/** Which of the first things a new organization has done, by what there is of it. */
export async function readFirstSteps(
  session: DbSession,
  organizationId: string,
): Promise<FirstSteps> {
  const [row] = await session.$queryRaw<FirstSteps[]>`
    select
      exists (select from "ScheduleConfig"
        where "organizationId" = ${organizationId}::uuid and "campaignId" is null) as "hasHours",
      exists (select from "ServiceRecord" where "organizationId" = ${organizationId}::uuid
        and not "isDemo" and not "isSample") as "hasVisits",
      (select count(*) > 1 from "Member" where "organizationId" = ${organizationId}::uuid)
        or exists (select from "Invitation" where "organizationId" = ${organizationId}::uuid
          and status = 'pending') as "hasColleagues",
      exists (select from "Call"
        where "organizationId" = ${organizationId}::uuid and "isDemo") as "hasDemoCall"`
  return row ?? { hasHours: false, hasVisits: false, hasColleagues: false, hasDemoCall: false }
}
