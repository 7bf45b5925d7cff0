import type { DbSession } from './client.ts'

/** One saved version; `script` as it was stored, not yet checked, or null for what lies beneath. */
export type CallScriptRow = {
  campaignId: string | null
  version: number
  script: unknown
  createdAt: Date
}

/** The newest version of the organization's own script, and of the campaign's where one is named. */
export async function readNewestCallScripts(
  session: DbSession,
  { organizationId, campaignId }: { organizationId: string; campaignId: string | null },
): Promise<CallScriptRow[]> {
  return session.$queryRaw<CallScriptRow[]>`
    select distinct on ("campaignId") "campaignId", version, script, "createdAt"
    from "CallScript"
    where "organizationId" = ${organizationId}::uuid
      and ("campaignId" is null or "campaignId" = ${campaignId}::uuid)
    order by "campaignId", version desc`
}
