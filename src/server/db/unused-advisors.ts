import type { DbTransaction } from './client.ts'

/** The advisors of visits, each once, but those whom undoing another import would bring back. */
export async function readAdvisorsOfImport(
  tx: DbTransaction,
  input: { organizationId: string; importId: string; visitIds: readonly string[] },
): Promise<string[]> {
  const { organizationId, importId, visitIds } = input
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select named."serviceAdvisorId" as id from (
      select distinct "serviceAdvisorId" from "ServiceRecord"
      where "organizationId" = ${organizationId}::uuid and id = any(${[...visitIds]}::uuid[])
        and "serviceAdvisorId" is not null) named
    where not exists (select from "ImportedVisit" v
      where v."organizationId" = ${organizationId}::uuid and v."importId" <> ${importId}::uuid
        and v.before ->> 'serviceAdvisorId' = named."serviceAdvisorId"::text)`
  return rows.map(({ id }) => id)
}

/** Removes those of the advisors whom no visit, no counted answer and no member has a use for. */
export async function removeUnusedAdvisors(
  tx: DbTransaction,
  { organizationId, advisorIds }: { organizationId: string; advisorIds: readonly string[] },
): Promise<void> {
  if (advisorIds.length === 0) return
  await tx.$executeRaw`
    delete from "ServiceAdvisor" a
    where a."organizationId" = ${organizationId}::uuid and a.id = any(${[...advisorIds]}::uuid[])
      and a."userId" is null
      and not exists (select from "ServiceRecord" s
        where s."organizationId" = a."organizationId" and s."serviceAdvisorId" = a.id)
      and not exists (select from "ErasedAnswer" e
        where e."organizationId" = a."organizationId" and e."serviceAdvisorId" = a.id)`
}
